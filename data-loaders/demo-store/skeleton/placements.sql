-- one row per platform and placement: the kind of its visits, its price at the start, clicks per impression, and how
-- readily its visitors buy
select
    cast(row_number() over (order by platform, placement) as integer) as placement_no,
    platform,
    placement,
    medium,
    cpm,
    click_rate,
    intent,
    referrer
from (
    values
        ('google', 'search results', 'cpc', 88.00, 0.0500, 1.10, 'https://www.google.com/'),
        ('google', 'shopping results', 'cpc', 21.00, 0.0125, 1.15, 'https://www.google.com/'),
        ('google', 'partner display', 'display', 4.60, 0.0028, 0.80, null),
        ('facebook', 'feed', 'paid social', 19.00, 0.0100, 0.70, 'https://www.facebook.com/'),
        ('facebook', 'stories', 'paid social', 11.00, 0.0060, 0.60, 'https://www.facebook.com/'),
        ('instagram', 'feed', 'paid social', 15.00, 0.0090, 0.65, 'https://www.instagram.com/'),
        ('instagram', 'stories', 'paid social', 10.00, 0.0055, 0.55, 'https://www.instagram.com/'),
        ('youtube', 'in-stream', 'video', 12.00, 0.0045, 0.50, 'https://www.youtube.com/'),
        ('newsletter', 'inbox', 'email', 9.00, 0.0300, 1.50, null),
        ('affiliates', 'partner pages', 'referral', 13.00, 0.0110, 1.10, 'https://deals.example/')
) as listed(platform, placement, medium, cpm, click_rate, intent, referrer)
