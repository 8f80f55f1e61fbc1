-- one row per key figure; those that the data cannot support have no value
with figures as (

    select cast(columns(*) as varchar) from marts.kpis

),

named as (

    select metric, value from figures unpivot include nulls (value for metric in (columns(*)))

),

descriptions as (

    select * from exports.descriptions

),

places as (

    select column_name, column_index from duckdb_columns() where schema_name = 'marts' and table_name = 'kpis'

)

select
    named.metric,
    named.value,
    descriptions.description
from named
inner join places on places.column_name = named.metric
left join descriptions on descriptions.column_name = named.metric
order by places.column_index
