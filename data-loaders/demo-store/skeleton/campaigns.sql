-- one row per campaign, with its share of the paid visits on each of its days
select
    cast(number as integer) as campaign_no,
    cast(70000 + 13 * number as varchar) as campaign_id,
    name,
    channel,
    objective,
    starts_on,
    ends_on,
    weight
from (
    values
        (1, 'Brand search', 'search', 'traffic', date '2020-09-24', date '2021-02-28', 16),
        (2, 'Generic search: notebooks, desktops', 'search', 'sales', date '2020-09-24', date '2021-02-28', 18),
        (3, 'Shopping ads, all products', 'shopping', 'sales', date '2020-09-24', date '2021-02-28', 15),
        (4, 'Retargeting "come back"', 'display', 'sales', date '2020-09-24', date '2021-02-28', 8),
        (5, 'Social prospecting', 'social', 'awareness', date '2020-09-24', date '2021-02-28', 14),
        (6, 'Weekly letter', 'email', 'retention', date '2020-09-24', date '2021-02-28', 5),
        (7, 'Welcome 👋', 'email', 'retention', date '2020-09-24', date '2021-02-28', 3),
        (8, 'Partner sites', 'affiliate', 'sales', date '2020-09-24', date '2021-02-28', 8),
        (9, '=Autumn+components', 'search', 'sales', date '2020-10-05', date '2020-10-25', 5),
        (10, 'Gift guide', 'social', 'traffic', date '2020-11-23', date '2020-12-20', 6),
        (11, 'December promotion', 'display', 'sales', demo.starts_on('december_promotion'), demo.ends_on('december_promotion'), 6),
        (12, 'Lookalikes, reach', 'display', 'awareness', demo.starts_on('wasted_campaign'), demo.ends_on('wasted_campaign'), 18),
        (13, 'New year, <b>new desk</b>', 'shopping', 'sales', date '2020-12-28', date '2021-01-31', 6),
        (14, 'Product films', 'social', 'awareness', date '2020-11-02', date '2021-02-28', 6)
) as listed(number, name, channel, objective, starts_on, ends_on, weight)
