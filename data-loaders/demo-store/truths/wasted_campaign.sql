-- one row: what the campaign cost, and what those who came by it ordered, in its visits and in others
with visitors as (

    select distinct user_id from sessions where campaign = 'Lookalikes, reach'

)

select
    (select count(*) from orders where user_id in (select user_id from visitors)) as orders,
    (select count(*) from visitors) as visitors,
    (
        select sum(ad_interactions.cost)
        from ad_interactions
        inner join ads on ads.ad_id = ad_interactions.ad_id
        inner join campaigns on campaigns.campaign_id = ads.campaign_id
        where campaigns.name = 'Lookalikes, reach'
    ) as cost
