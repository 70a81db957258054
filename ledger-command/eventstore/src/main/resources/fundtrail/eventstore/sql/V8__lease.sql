-- When the node that writes was last heard of, by this server's clock: it renews this row each second. A standby takes
-- over from a node whose lease is older than three seconds. A row of its own, so that renewing it never waits for a
-- group, which holds the epoch's row; what keeps the former node from writing is the epoch, not this.
create table ledger.lease (
    one_row    boolean     not null default true,
    epoch      bigint      not null,   -- the epoch of the node that renewed it
    node       text        not null,   -- its name
    renewed_at timestamptz not null,
    constraint lease_pkey primary key (one_row),
    constraint lease_one_row check (one_row)
) with (fillfactor = 10);              -- renewed in place, page after page of nothing else

insert into ledger.lease (epoch, node, renewed_at) values (0, 'nobody yet', clock_timestamp());

grant select, update on ledger.lease to ledger_app;
