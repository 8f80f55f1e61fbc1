-- Text that a spreadsheet shows instead of running, as src/shared/harmless-cell.ts says: a cell that begins like a formula
-- gets an apostrophe in front, numbers stay as they are. Source: OWASP, CSV Injection.
create or replace macro exports.harmless_cell(text) as
    case
        -- no list of values: DuckDB makes a join of a long one, which does not keep the order of rows
        when coalesce(strpos('=+-@' || chr(9) || chr(13), nullif(substr(text, 1, 1), '')), 0) = 0 then text
        when regexp_full_match(trim(text, ' ' || chr(9) || chr(10) || chr(13)), '[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?')
            and isfinite(try_cast(trim(text, ' ' || chr(9) || chr(10) || chr(13)) as double)) then text
        else '''' || text
    end;

-- a decimal without the zeros that its type adds
create or replace macro exports.plain_decimal(number) as
    rtrim(rtrim(cast(number as varchar), '0'), '.');
