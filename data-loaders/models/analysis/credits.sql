-- one row per model and channel that it credits: the orders and the revenue of that credit
with totals as (

    select sum(orders order by channel) as orders, sum(revenue order by channel) as revenue
    from analysis.path_credits
    where model = 'last_non_direct'

),

-- effects add up to more than 1 where paths have several channels
effects as (

    select sum(effect order by state) as effect from analysis.removal_effects

),

-- the channels of each state of the chain; the rarest have one together, whose credit they share by how often people come by them
members as (

    select
        channels.channel,
        least(channels.number, choices.most_channels + 1) as state,
        cast(channels.sessions + channels.buyers_without_session as double) as visits
    from analysis.channels as channels
    cross join settings.attribution as choices

),

states as (

    select state, sum(visits order by channel) as visits from members group by state

),

removal_shares as (

    select
        members.channel,
        removal_effects.effect / effects.effect * (members.visits / states.visits) as share
    from analysis.removal_effects as removal_effects
    cross join effects
    inner join members on members.state = removal_effects.state
    inner join states on states.state = members.state
    where effects.effect > 0
        and members.visits > 0

)

select model, channel, orders, revenue from analysis.path_credits

union all

select 'markov', removal_shares.channel, totals.orders * removal_shares.share, totals.revenue * removal_shares.share
from removal_shares
cross join totals

union all

select 'shapley', channels.channel, shapley_values.orders, shapley_values.revenue
from analysis.shapley_values as shapley_values
inner join analysis.channels as channels on channels.number = shapley_values.number
