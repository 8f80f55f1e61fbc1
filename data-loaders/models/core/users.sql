-- one row per user: what they did, what they spent, and the rule segment they fall into
-- view
with users as (

    select
        user_id,
        repeat_user_number,
        user_key,
        first_event_at,
        last_event_at,
        events,
        views,
        carts,
        purchases,
        orders,
        revenue,
        reached_stages,
        case when has_session then 1 else 0 end as sessions,
        1 as active_days,
        case when purchases > 0 then event_date end as last_purchase_on,
        user_brands as brands,
        user_categories as categories,
        user_cart_value_left_behind as cart_value_left_behind,
        priced_events,
        prices
    from core.numbered_activity
    where repeat_user_number is null

    union all

    select
        user_id,
        repeat_user_number,
        -repeat_user_number,
        first_event_at,
        last_event_at,
        events,
        views,
        carts,
        purchases,
        orders,
        revenue,
        reached_stages,
        sessions,
        active_days,
        last_purchase_on,
        brands,
        categories,
        cart_value_left_behind,
        priced_events,
        prices
    from core.user_totals

)

select
    users.*,
    case
        when orders >= 2 then 'loyal_multi_buyer'
        when orders = 1 then 'single_purchase_buyer'
        when carts > 0 then 'cart_abandoner'
        else 'view_only'
    end as rule_segment
from users
