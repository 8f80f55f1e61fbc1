-- one row per rate of analysis.value_steps: the ordered pairs of trials of one person (all, those whose first is a success, those of two successes), and such pairs among the trials of all other values
with columns as (

    select column_name from core.columns where is_present

),

periods as (

    select 'current' as value, current_from as first_date, current_to as last_date from analysis.comparison_periods
    union all
    select 'previous', previous_from, previous_to from analysis.comparison_periods

),

rare as (

    select rare_values.dimension, rare_values.value
    from analysis.rare_values as rare_values
    inner join analysis.spans as spans on spans.span = rare_values.span
    where spans.is_everything

),

-- of metrics by their positions, as numbers group faster; who has one activity has no pair
trials as (

    select
        metrics.position,
        sessions.repeat_user_number as person,
        case
            when metrics.kind = 'conversion' then sessions.purchases > 0
            else (sessions.reached_stages & metrics.success_flag) > 0
        end as is_success,
        sessions.event_date,
        sessions.device,
        sessions.browser,
        sessions.source,
        sessions.campaign,
        sessions.country,
        sessions.visitor,
        segments.segment
    from analysis.placed_sessions as sessions
    inner join segmentation.segments as segments on segments.cluster = sessions.cluster
    inner join analysis.metrics as metrics
        on metrics.kind = 'conversion'
        or (metrics.kind = 'step' and (sessions.reached_stages & metrics.trial_flag) > 0)
    where sessions.repeat_user_number is not null

),

people as (

    select
        position,
        person,
        count(*) as all_trials,
        count(*) filter (where is_success) as all_successes
    from trials
    group by position, person
    having count(*) > 1

),

several as (

    select trials.*, people.all_trials, people.all_successes
    from trials
    inner join people on people.position = trials.position and people.person = trials.person

),

-- all of a person's are those of both periods
several_of_periods as (

    select
        several.position,
        several.person,
        several.is_success,
        periods.value,
        count(*) over (partition by several.position, several.person) as all_trials,
        count(*) filter (where several.is_success) over (partition by several.position, several.person) as all_successes
    from several
    inner join periods on several.event_date between periods.first_date and periods.last_date

),

valued as (

    select 'device' as dimension, device as value, position, person, is_success, all_trials, all_successes
    from several
    where 'device' in (select column_name from columns)

    union all

    select 'browser', browser, position, person, is_success, all_trials, all_successes
    from several
    where 'browser' in (select column_name from columns)

    union all

    select 'source', source, position, person, is_success, all_trials, all_successes
    from several
    where 'source' in (select column_name from columns)

    union all

    select 'campaign', campaign, position, person, is_success, all_trials, all_successes
    from several
    where 'campaign' in (select column_name from columns)

    union all

    select 'country', country, position, person, is_success, all_trials, all_successes
    from several
    where 'country' in (select column_name from columns)

    union all

    select 'visitor', visitor, position, person, is_success, all_trials, all_successes from several

    union all

    select 'segment', segment, position, person, is_success, all_trials, all_successes from several

    union all

    select 'period', value, position, person, is_success, all_trials, all_successes from several_of_periods

),

-- what one person has in a value
parts as (

    select
        valued.position,
        valued.dimension,
        case when rare.value is null then valued.value else 'Other' end as value,
        count(*) as trials,
        count(*) filter (where valued.is_success) as successes,
        max(valued.all_trials) as all_trials,
        max(valued.all_successes) as all_successes
    from valued
    left join rare on rare.dimension = valued.dimension and rare.value = valued.value
    group by
        valued.position,
        valued.dimension,
        case when rare.value is null then valued.value else 'Other' end,
        valued.person

),

-- within the value, from it to anything of the person (which adds up to all pairs), and what a person has fewer of without the value
pairs as (

    select
        position,
        dimension,
        value,
        sum(trials * (trials - 1)) as trial_pairs,
        sum(successes * (trials - 1)) as mixed_pairs,
        sum(successes * (successes - 1)) as success_pairs,
        sum(trials * (all_trials - 1)) as any_trial_pairs,
        sum(successes * (all_trials - 1)) as any_mixed_pairs,
        sum(successes * (all_successes - 1)) as any_success_pairs,
        sum(all_trials * (all_trials - 1) - (all_trials - trials) * (all_trials - trials - 1)) as lost_trial_pairs,
        sum(all_successes * (all_trials - 1) - (all_successes - successes) * (all_trials - trials - 1))
            as lost_mixed_pairs,
        sum(all_successes * (all_successes - 1) - (all_successes - successes) * (all_successes - successes - 1))
            as lost_success_pairs
    from parts
    group by position, dimension, value

),

totals as (

    select
        position,
        dimension,
        sum(any_trial_pairs) as trial_pairs,
        sum(any_mixed_pairs) as mixed_pairs,
        sum(any_success_pairs) as success_pairs
    from pairs
    group by position, dimension

)

select
    value_steps.metric,
    value_steps.dimension,
    value_steps.value,
    cast(coalesce(pairs.trial_pairs, 0) as bigint) as trial_pairs,
    cast(coalesce(pairs.mixed_pairs, 0) as bigint) as mixed_pairs,
    cast(coalesce(pairs.success_pairs, 0) as bigint) as success_pairs,
    cast(coalesce(totals.trial_pairs, 0) - coalesce(pairs.lost_trial_pairs, 0) as bigint) as rest_trial_pairs,
    cast(coalesce(totals.mixed_pairs, 0) - coalesce(pairs.lost_mixed_pairs, 0) as bigint) as rest_mixed_pairs,
    cast(coalesce(totals.success_pairs, 0) - coalesce(pairs.lost_success_pairs, 0) as bigint) as rest_success_pairs
from analysis.value_steps as value_steps
left join totals
    on totals.position = value_steps.position
    and totals.dimension = value_steps.dimension
left join pairs
    on pairs.position = value_steps.position
    and pairs.dimension = value_steps.dimension
    and pairs.value = value_steps.value
