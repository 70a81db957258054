-- The facts, as the feed gave them; every column but the entry is derived from the entry.
create table fact (
    position       bigint      not null primary key,
    recorded_at    timestamptz not null,           -- never before that of an earlier position
    effective_date date        not null,
    type           text        not null,
    version        int         not null,
    actor          text        not null,
    entry          bytea       not null,
    leaf_hash      bytea       not null
);

create index fact_recorded on fact (recorded_at, position);   -- an instant to the last position recorded by then
create index fact_effective on fact (effective_date);         -- whether anything counts later than a day
create index fact_type on fact (type, position);
create index fact_actor on fact (actor, position);
