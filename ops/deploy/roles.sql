-- The four roles of a ledger's database. Run by a superuser in that database, as often as one likes. Passwords are
-- set by whoever runs it: alter role ledger_app password '…'.

-- Owns the schema and migrates it. Nobody works as this role.
do $$ begin
    if not exists (select from pg_roles where rolname = 'ledger_owner') then create role ledger_owner login; end if;
end $$;

-- The writing side: reads, and adds facts. It can change and remove none.
do $$ begin
    if not exists (select from pg_roles where rolname = 'ledger_app') then create role ledger_app login; end if;
end $$;

-- The sealer: reads leaf hashes, adds tiles, checkpoints and what witnesses answer. It can change and remove none.
do $$ begin
    if not exists (select from pg_roles where rolname = 'ledger_seal') then create role ledger_seal login; end if;
end $$;

-- The reading side: the feed and its proofs, and nothing else.
do $$ begin
    if not exists (select from pg_roles where rolname = 'ledger_feed') then create role ledger_feed login; end if;
end $$;

create schema if not exists ledger authorization ledger_owner;
grant usage on schema ledger to ledger_app, ledger_seal, ledger_feed;
