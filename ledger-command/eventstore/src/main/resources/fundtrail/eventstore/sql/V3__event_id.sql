-- Each fact's own id, once. A table of its own, so that facts can be partitioned by position and ids stay unique.
-- After a lost connection the writer looks here whether what it sent arrived.
create table ledger.event_id (
    event_id uuid   not null,
    position bigint not null,
    constraint event_id_pkey primary key (event_id)
);

grant select, insert on ledger.event_id to ledger_app;
