-- one row per column that the report understands: whether the file has it
select * from raw.columns
