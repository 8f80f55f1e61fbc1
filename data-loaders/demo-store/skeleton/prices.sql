-- one row per placement and month, with its prices
with months as (

    select
        n,
        greatest(date '2020-09-24', cast(date '2020-09-01' + to_months(cast(n as integer)) as date)) as valid_from,
        cast(date '2020-09-01' + to_months(cast(n as integer) + 1) as date) - 1 as valid_until,
        -- places are dear before Christmas and cheap after it
        list_value(0.96, 1.00, 1.12, 1.20, 0.92, 0.95)[n + 1] as season
    from range(6) as numbers(n)

),

priced as (

    select
        placements.*,
        months.*,
        cpm * season * (0.96 + 0.08 * demo.draw(demo.key_of(2000000000 + placement_no * 16 + n), 'price')) as raw_cpm
    from skeleton.placements
    cross join months

)

select
    placement_no,
    cast(9000 + placement_no * 16 + n as varchar) as pricing_id,
    platform,
    placement,
    valid_from,
    valid_until,
    cast(raw_cpm as decimal(8, 2)) as cpm,
    cast(raw_cpm / 1000 / click_rate as decimal(8, 2)) as cpc,
    click_rate
from priced
