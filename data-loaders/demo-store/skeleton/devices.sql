-- one row per device, browser and operating system, with its share in 1,000 and how readily its users buy
select
    cast(row_number() over (order by position) as integer) as device_no,
    device,
    browser,
    os,
    weight,
    case device when 'desktop' then 1.14 when 'mobile' then 0.79 else 0.96 end as intent,
    device <> 'desktop' and browser = 'Mobile Safari' as is_mobile_safari
from (
    values
        (1, 'desktop', 'Chrome', 'Windows', 270),
        (2, 'desktop', 'Chrome', 'macOS', 70),
        (3, 'desktop', 'Edge', 'Windows', 60),
        (4, 'desktop', 'Firefox', 'Linux', 20),
        (5, 'desktop', 'Firefox', 'Windows', 60),
        (6, 'desktop', 'Safari', 'macOS', 90),
        (7, 'mobile', 'Chrome Mobile', 'Android', 160),
        (8, 'mobile', 'Mobile Safari', 'iOS', 170),
        (9, 'mobile', 'Samsung Internet', 'Android', 50),
        (10, 'tablet', 'Chrome Mobile', 'Android', 25),
        (11, 'tablet', 'Mobile Safari', 'iPadOS', 25)
) as listed(position, device, browser, os, weight)
