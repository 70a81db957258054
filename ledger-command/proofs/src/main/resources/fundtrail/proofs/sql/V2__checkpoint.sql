-- Every checkpoint that was published, as signed. Each is larger than the one before; that it extends it is proved by whoever
-- signs, who keeps what was signed last outside this database.
create table ledger.checkpoint (
    size      bigint      not null,
    root      bytea       not null,
    note      text        not null,   -- the signed note, to the letter
    sealed_at timestamptz not null default clock_timestamp(),
    constraint checkpoint_pkey primary key (size),
    constraint checkpoint_size check (size > 0),
    constraint checkpoint_root check (octet_length(root) = 32)
);

-- One at a time, so that of two that are added at once the smaller does not come second.
create function ledger.refuse_smaller_checkpoint() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.checkpoint', 0));
    if new.size <= (select max(size) from ledger.checkpoint) then
        raise exception 'A checkpoint of size % is refused: one of size % is published.', new.size, (select max(size) from ledger.checkpoint)
            using errcode = 'restrict_violation', hint = 'Seal from the last published checkpoint on.';
    end if;
    return new;
end $$;

create trigger only_larger before insert on ledger.checkpoint
    for each row execute function ledger.refuse_smaller_checkpoint();
create trigger append_only before update or delete or truncate on ledger.checkpoint
    for each statement execute function ledger.refuse_change();
alter table ledger.checkpoint enable always trigger only_larger;
alter table ledger.checkpoint enable always trigger append_only;

grant select, insert on ledger.checkpoint to ledger_seal;
grant select on ledger.checkpoint to ledger_feed, ledger_app;
