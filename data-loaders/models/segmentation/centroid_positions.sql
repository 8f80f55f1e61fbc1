-- one row per cluster and feature that tells users apart: where the cluster's centroid lies on the feature's own scale, without weights
-- view
select
    centroids.cluster,
    features.feature,
    features.scale,
    features.deviation,
    features.weight,
    features.mean + centroids.coordinate * features.deviation / features.weight as scaled_centroid
from segmentation.centroids as centroids
inner join segmentation.features as features on features.feature = centroids.feature
