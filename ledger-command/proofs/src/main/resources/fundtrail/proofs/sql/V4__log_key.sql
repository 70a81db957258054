-- With which keys checkpoints are signed, from which size on and up to which: each change with a note that the keys in use
-- before and after it have signed, so that whoever trusts one of them can trust the other.
create table ledger.log_key_change (
    change       bigint      generated always as identity,
    verifier_key text        not null,
    kind         text        not null,
    size         bigint      not null,   -- of the last checkpoint before the change
    note         text        not null,
    changed_at   timestamptz not null default clock_timestamp(),
    constraint log_key_change_pkey primary key (change),
    constraint log_key_change_once unique (verifier_key, kind),
    constraint log_key_change_kind check (kind in ('ADDED', 'RETIRED'))
);

create trigger append_only before update or delete or truncate on ledger.log_key_change
    for each statement execute function ledger.refuse_change();
alter table ledger.log_key_change enable always trigger append_only;

grant select, insert on ledger.log_key_change to ledger_seal;
grant select on ledger.log_key_change to ledger_feed, ledger_app;
