-- one row per product, the most viewed first; product 0 stands for none
with numbered as (

    select cast(n as integer) as product_no, demo.key_of(1000000000 + n) as key from range(1, 3001) as numbers(n)

),

drawn as (

    select
        product_no,
        key,
        category_slots.category_no,
        -- what is looked at most has all its attributes, as in most catalogues
        product_no > 10 and demo.spread(product_no, 0.6710436067, 'no brand') < 0.245 as lacks_brand,
        product_no > 10 and demo.spread(product_no, 0.5497004779, 'no code') < 0.25 as lacks_category_code,
        demo.spread(product_no, 0.2360679775, 'import') < 0.45 as is_imported_without_brand,
        exp(0.55 * (demo.draw(key, 'price 1') + demo.draw(key, 'price 2') + demo.draw(key, 'price 3') - 1.5) * 2) as price_factor,
        exp(0.9 * (demo.draw(key, 'appeal 1') + demo.draw(key, 'appeal 2') - 1)) as appeal,
        list_value(
            'Alder', 'Brightwater', 'Corvane', 'Dunmore', 'Elm & Oak', 'Farrow', 'Glint', 'Hearthside', 'Ibex', 'Juno',
            'Kestrel', 'Lumen', 'Marlow', 'Northline', 'O''Hara', 'Pine, Fir', 'Quill "Pro"', 'Rook', 'Stern', 'Tamsin',
            'Umbra', '=Vale', 'Wren 🎧', '<b>Xenon</b>'
        )[1 + cast(floor(24 * power(demo.draw(key, 'brand'), 1.5)) as integer)] as brand,
        list_value('One', 'Plus', 'Air', 'Max', 'Go', 'S', 'X', 'Studio', 'Home', 'Lite', '"Pro"', '5,0')[
            1 + cast(floor(12 * demo.draw(key, 'series')) as integer)
        ] as series,
        -- viewed a lot, but out of stock or with a page that does not let them be bought
        product_no in (2, 7, 20, 50) as is_out_of_stock,
        product_no in (4, 12, 33, 80) as is_broken,
        cast(1e9 * power(product_no + 3, -0.85) as bigint) as view_weight
    from numbered
    inner join skeleton.category_slots
        on category_slots.slot = cast(floor(1024 * demo.spread(product_no, 0.8191725134, 'category')) as integer)

),

described as (

    select
        drawn.*,
        categories.category_id,
        case when not lacks_category_code then categories.category_code end as category_code,
        categories.item,
        base_price * price_factor as raw_price,
        case when demo.planted('unsellable_products') and (is_out_of_stock or is_broken) then 0 else view_weight * appeal end
            as demand
    from drawn
    inner join skeleton.categories on categories.category_no = drawn.category_no

),

-- what lacks a brand is looked for less: 6 of 100 of the revenue, before events lose more brands
brand_demand as (

    select
        described.*,
        demand * case when lacks_brand
            then 0.06 / 0.94 * (select sum(demand * raw_price order by product_no) filter (where not lacks_brand) from described)
                / (select sum(demand * raw_price order by product_no) filter (where lacks_brand) from described)
            else 1
        end as demand_by_brand
    from described

),

-- and what lacks a category's code: 9 of 100
weighed as (

    select
        brand_demand.*,
        cast(demand_by_brand * case when category_code is null
            then 0.09 / 0.91 * (select sum(demand_by_brand * raw_price order by product_no) filter (where category_code is not null) from brand_demand)
                / (select sum(demand_by_brand * raw_price order by product_no) filter (where category_code is null) from brand_demand)
            else 1
        end as bigint) as sale_weight
    from brand_demand

),

-- prices such that what is sold costs 131 on average
scale as (

    select 131 * cast(sum(sale_weight) as double) / cast(sum(cast(sale_weight * raw_price as bigint)) as double) as factor
    from weighed

)

select
    product_no,
    key,
    cast(1000000 + 37 * product_no + cast(demo.draw(demo.key_of(0), 'first product') * 100000 as integer) as varchar) as product_id,
    concat('/p/', product_id) as page,
    category_id,
    category_code,
    case when not lacks_brand then brand end as brand,
    concat_ws(' ', case when not lacks_brand then brand end, item, series) as name,
    cast(greatest(1, raw_price * factor) as decimal(10, 2)) as price,
    is_out_of_stock,
    is_out_of_stock or is_broken as is_unsellable,
    is_imported_without_brand,
    view_weight,
    sale_weight
from weighed
cross join scale

union all

select 0, 0, null, null, null, null, null, null, null, false, false, false, 0, 0
