-- a number from 0 (inclusive) to 1 (exclusive) that depends on nothing but the seed, a key and what it is drawn for
create macro demo.uniform(key, purpose) as
    (hash(key, purpose, (select seed from demo.settings)) >> 11) / 9007199254740992.0;
