-- one row per device, to draw that of people who only look (part 0) and of those who fill a cart (part 1) from
-- view
select 0 as part, device_no as value, weight * 100 as weight from skeleton.devices

union all

select 1, device_no, cast(weight * intent * 100 as bigint) from skeleton.devices
