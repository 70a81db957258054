-- Who may write: the node whose epoch stands here. Each group reads this row FOR SHARE in its own transaction, so that
-- raising the epoch waits for a group under way, and no later group of the earlier node is written.
create table ledger.epoch (
    one_row   boolean     not null default true,
    epoch     bigint      not null,
    node      text        not null,   -- the name of the node that raised it
    raised_at timestamptz not null,
    constraint epoch_pkey primary key (one_row),
    constraint epoch_one_row check (one_row)
);

insert into ledger.epoch (epoch, node, raised_at) values (0, 'nobody yet', clock_timestamp());

grant select, update on ledger.epoch to ledger_app;
