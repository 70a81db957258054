-- With which keys checkpoints are signed, from which size on and up to which: each change with a note that all keys in use from
-- then on have signed. So a new key is vouched for by those before it, a retirement by those that stay; after a loss of facts that
-- people owned up to, the new key has signed alone, and the note ends with the checkpoint that was lost.
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
