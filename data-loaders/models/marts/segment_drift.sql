-- one row per K-Means segment of this snapshot or of the one before: how its share and its centroid have moved
with segments as (

    select segment, position, users, share from marts.ml_segments

),

previous as (

    select
        segment,
        max(position) as position,
        max(users) as users,
        max(share) as share,
        max(last_event_at) as last_event_at
    from segmentation.previous_segments
    group by segment

),

names as (

    select segment, position from segments
    union
    select segment, cast(null as integer) from previous where segment not in (select segment from segments)

),

features as (

    select
        segments.segment,
        positions.feature,
        positions.weight,
        positions.deviation,
        positions.scaled_centroid
    from segmentation.centroid_positions as positions
    inner join segmentation.segments as segments on segments.cluster = positions.cluster

),

-- in standard deviations, by weight: the distance that clusters are told apart by
movements as (

    select
        features.segment,
        sqrt(sum(
            power(features.weight * (features.scaled_centroid - previous.scaled_centroid) / features.deviation, 2)
            order by features.feature
        )) as centroid_movement
    from features
    inner join segmentation.previous_segments as previous
        on previous.segment = features.segment
        and previous.feature = features.feature
    where previous.scaled_centroid is not null
    group by features.segment

),

moments as (

    select max(last_event_at) as previous_last_event_at from previous

)

select
    names.segment,
    names.position,
    segments.users,
    segments.share,
    previous.users as previous_users,
    previous.share as previous_share,
    case when moments.previous_last_event_at is not null
        then coalesce(segments.share, 0) - coalesce(previous.share, 0)
    end as share_change,
    -- the segment's part of the population stability index
    case when segments.share > 0 and previous.share > 0
        then (segments.share - previous.share) * ln(segments.share / previous.share)
    end as stability_index,
    round(movements.centroid_movement, 6) as centroid_movement,
    moments.previous_last_event_at
from names
left join segments on segments.segment = names.segment
left join previous on previous.segment = names.segment
left join movements on movements.segment = names.segment
cross join moments
order by coalesce(names.position, 1000), names.segment
