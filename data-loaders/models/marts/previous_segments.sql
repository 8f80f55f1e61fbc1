-- one row per K-Means segment and feature of the snapshot before, which the drift is measured from; empty where there is none
select
    segment,
    position,
    users,
    share,
    feature,
    scaled_centroid,
    last_event_at
from segmentation.previous_segments
order by position, segment, feature
