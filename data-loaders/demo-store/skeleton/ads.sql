-- one row per ad, with its share of its campaign
select
    cast(row_number() over (order by position) as integer) as ad_no,
    cast(500000 + 17 * row_number() over (order by position) as varchar) as ad_id,
    listed.campaign_no,
    placements.placement_no,
    listed.name,
    listed.format,
    listed.pricing_model,
    listed.weight
from (
    values
        (1, 1, 'google', 'search results', 'Shop name', 'text', 'CPC', 7),
        (2, 1, 'google', 'search results', 'Shop name + "free delivery"', 'text', 'CPC', 3),
        (3, 2, 'google', 'search results', 'Notebooks', 'text', 'CPC', 4),
        (4, 2, 'google', 'search results', 'Desktops', 'text', 'CPC', 3),
        (5, 2, 'google', 'search results', 'Video cards', 'text', 'CPC', 3),
        (6, 3, 'google', 'shopping results', 'Whole feed', 'product listing', 'CPC', 7),
        (7, 3, 'google', 'shopping results', 'Bestsellers', 'product listing', 'CPC', 3),
        (8, 4, 'google', 'partner display', 'Banner, seen products', 'image', 'CPM', 5),
        (9, 4, 'facebook', 'feed', 'Carousel, seen products', 'carousel', 'CPM', 5),
        (10, 5, 'facebook', 'feed', 'Desk set-up, image', 'image', 'CPM', 4),
        (11, 5, 'facebook', 'stories', 'Desk set-up, story', 'video', 'CPM', 2),
        (12, 5, 'instagram', 'feed', 'Desk set-up, square', 'image', 'CPM', 3),
        (13, 5, 'instagram', 'stories', 'Unboxing, story', 'video', 'CPM', 2),
        (14, 6, 'newsletter', 'inbox', 'Weekly letter', 'email', 'CPM', 10),
        (15, 7, 'newsletter', 'inbox', 'Welcome, first letter', 'email', 'CPM', 6),
        (16, 7, 'newsletter', 'inbox', 'Welcome, second letter', 'email', 'CPM', 4),
        (17, 8, 'affiliates', 'partner pages', 'Deals page', 'text', 'CPC', 6),
        (18, 8, 'affiliates', 'partner pages', 'Cashback', 'text', 'CPC', 4),
        (19, 9, 'google', 'search results', 'Memory, drives', 'text', 'CPC', 10),
        (20, 10, 'facebook', 'feed', 'Gifts under 50', 'carousel', 'CPM', 6),
        (21, 10, 'instagram', 'stories', 'Gifts, story', 'video', 'CPM', 4),
        (22, 11, 'google', 'partner display', 'Promotion, banner', 'image', 'CPM', 6),
        (23, 11, 'facebook', 'feed', 'Promotion, feed', 'image', 'CPM', 4),
        (24, 12, 'google', 'partner display', 'Lookalikes, banner', 'image', 'CPM', 5),
        (25, 12, 'youtube', 'in-stream', 'Lookalikes, film', 'video', 'CPM', 5),
        (26, 13, 'google', 'shopping results', 'Desks and chairs', 'product listing', 'CPC', 10),
        (27, 14, 'youtube', 'in-stream', 'Product film, 15 s', 'video', 'CPM', 6),
        (28, 14, 'youtube', 'in-stream', 'Product film, 6 s', 'video', 'CPM', 4)
) as listed(position, campaign_no, platform, placement, name, format, pricing_model, weight)
inner join skeleton.placements
    on placements.platform = listed.platform and placements.placement = listed.placement
