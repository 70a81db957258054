-- What witnesses answered: that they saw the log grow to this size and change nothing they had seen before.
create table ledger.cosignature (
    size        bigint      not null references ledger.checkpoint,
    witness     text        not null,   -- the witness's verifier key
    line        text        not null,   -- its signature line, without the line feed
    received_at timestamptz not null default clock_timestamp(),
    constraint cosignature_pkey primary key (size, witness)
);

create trigger append_only before update or delete or truncate on ledger.cosignature
    for each statement execute function ledger.refuse_change();
alter table ledger.cosignature enable always trigger append_only;

grant select, insert on ledger.cosignature to ledger_seal;
grant select on ledger.cosignature to ledger_feed, ledger_app;
