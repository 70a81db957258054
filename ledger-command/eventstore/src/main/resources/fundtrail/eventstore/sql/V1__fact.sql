-- The facts: what was recorded, in the order it was. Nothing here is ever changed or removed (V6).
create table ledger.fact (
    position    bigint      not null,   -- dense, from 0, in commit order; the leaf index in the log of proofs
    recorded_at timestamptz not null,   -- never before that of an earlier position
    type        text        not null,
    version     int         not null,
    event_id    uuid        not null,   -- unique by ledger.event_id
    entry       bytea       not null,   -- one line of UTF-8 JSON without a line feed, never re-encoded
    leaf_hash   bytea       not null,   -- SHA-256(0x00 || entry), RFC 6962 section 2.1
    constraint fact_pkey primary key (position),
    constraint fact_position check (position >= 0),
    constraint fact_version check (version >= 1),
    constraint fact_entry check (octet_length(entry) <= 32768),
    constraint fact_leaf_hash check (octet_length(leaf_hash) = 32)
) with (toast_tuple_target = 8160);

-- Entries stay in the row where they fit and are not compressed: compressing one takes longer than writing it, and
-- replaying reads them all.
alter table ledger.fact alter column entry set storage external;

-- Everything but the entry is derived from it, and can be derived anew to compare.
grant select, insert on ledger.fact to ledger_app;
