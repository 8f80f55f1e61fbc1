-- one row per number of K-Means segments that was tried, on a sample of users: how well so many are told apart, and whether it was chosen
select
    clusters,
    is_chosen,
    users,
    inertia,
    explained_share,
    silhouette,
    calinski_harabasz,
    davies_bouldin,
    resamples,
    stability_mean,
    stability_minimum,
    smallest_share,
    names,
    is_stable,
    is_large_enough,
    is_told_apart
from segmentation.cluster_counts
order by clusters
