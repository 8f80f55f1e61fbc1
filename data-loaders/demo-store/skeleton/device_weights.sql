-- one row per device, to draw a person's from
-- view
select 0 as part, device_no as value, weight from skeleton.devices
