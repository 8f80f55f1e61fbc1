-- one row per rule segment, in their order; the last one overlaps the others
select 'view_only' as segment, 1 as position
union all
select 'cart_abandoner', 2
union all
select 'single_purchase_buyer', 3
union all
select 'loyal_multi_buyer', 4
union all
select 'high_value', 5
