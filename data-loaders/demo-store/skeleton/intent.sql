-- one row: what to multiply with a device's and a way's intent to get 1 on average
select 1 / (sum(devices.weight * day_weights.weight * way_weights.weight * devices.intent * ways.intent)
    / sum(devices.weight * day_weights.weight * way_weights.weight)) as scale
from skeleton.way_weights
inner join skeleton.ways on ways.way_no = way_weights.value
inner join skeleton.calendar_weights as day_weights on day_weights.value = way_weights.part
cross join skeleton.devices
