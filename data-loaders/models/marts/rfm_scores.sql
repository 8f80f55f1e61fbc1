-- one row per recency, frequency and money score that enough buyers share
select
    recency_score,
    frequency_score,
    money_score,
    segment,
    count(*) as users,
    cast(sum(revenue) as double) as revenue
from core.rfm_scores
group by recency_score, frequency_score, money_score, segment
having count(*) >= (select minimum_group_size from settings.thresholds)
order by recency_score, frequency_score, money_score
