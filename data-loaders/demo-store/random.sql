-- Randomness without a state: a number depends on nothing but the seed (in the key), the row's key and what it is drawn for.

-- a key for a row: 64 well-mixed bits of its number and the seed
create macro demo.key_of(number) as hash(xor(hash(number), hash(demo.seed())));

-- from 0 (inclusive) to 1 (exclusive)
create macro demo.draw(key, purpose) as (hash(xor(key, hash(purpose))) >> 11) * 1.1102230246251565e-16;

-- a whole number from 0 to 65,535
create macro demo.slot(key, purpose) as cast(hash(xor(key, hash(purpose))) >> 48 as integer);

-- how often something with this chance happens before it fails once
create macro demo.repeats(key, purpose, chance) as cast(floor(ln(1 - demo.draw(key, purpose)) / ln(chance)) as integer);

-- evenly spread numbers from 0 to 1: any run of consecutive numbers covers the range, so shares hold at every size;
-- with different steps of the family below, in several dimensions at once (Roberts, "The unreasonable effectiveness of
-- quasirandom sequences", 2018)
create macro demo.spread(number, step, purpose) as
    (number * cast(step as double) + demo.draw(demo.key_of(0), purpose))
        - floor(number * cast(step as double) + demo.draw(demo.key_of(0), purpose));

-- slots for the values of a relation (part, value, weight): every part has so many, and each of its values as many of them
-- as its weight says; the slots of part n start at n × slots
create macro demo.slots_of(relation, slots) as table (
    with shares as (
        select
            part,
            value,
            sum(weight) over (partition by part order by value) - weight as weight_before,
            sum(weight) over (partition by part order by value) as weight_upto,
            sum(weight) over (partition by part) as total
        from query_table(relation)
    )
    select
        value,
        part * slots + unnest(range(
            cast(weight_before * slots // total as integer),
            cast(weight_upto * slots // total as integer)
        )) as slot
    from shares
);

-- the slot of the way by which somebody comes on a day
create macro demo.way_slot(key, day, kind) as
    (case when kind = 'viewer' then 0 else 158 end + day) * 1024 + (demo.slot(key, 'way') >> 6);

create macro demo.step_key(session_no, step) as demo.key_of(4000000000000000000 + session_no * 1024 + step);

-- the moment so many seconds after the period began
create macro demo.moment(seconds) as timestamp '2020-09-24' + to_seconds(seconds);

create macro demo.user_id(user_no) as cast(1515915625400000000 + cast(user_no as bigint) * 7919 as varchar);

create macro demo.session_id(session_no) as cast(cast(md5(concat(session_no, ' ', demo.seed())) as uuid) as varchar);

create macro demo.order_id(session_no) as cast(3507000000000000000 + session_no * 11 as varchar);

-- the slot of the product that is put into the cart or bought as a visit's first (0), second (1), … item; the slots are so
-- far apart that no product is drawn twice
create macro demo.item_slot(key, item) as 65536 + (demo.slot(key, 'item') + item * 20011) % 65536;

create macro demo.quantity(key, item) as
    case
        when demo.draw(xor(key, hash(item)), 'quantity') < 0.96 then 1
        when demo.draw(xor(key, hash(item)), 'quantity') < 0.99 then 2
        else 3
    end;

-- on three days of a week, nearly all page views were lost, on the others about a third of them
create macro demo.is_lost(day, chance) as
    demo.is_within('lost_page_views', day) and chance < case when day % 7 < 3 then 0.975 else 0.35 end;
