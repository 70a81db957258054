-- Full tiles of the log of proofs (C2SP tlog-tiles): 256 hashes, one after another, and the root over them, which is a hash
-- of the level above. Made of the facts' leaf hashes and added with the checkpoint that first covers them; partial tiles
-- are put together of leaf hashes and these roots where they are asked for.
create table ledger.tile (
    level  int    not null,
    n      bigint not null,
    hashes bytea  not null,
    root   bytea  not null,
    constraint tile_pkey primary key (level, n),
    constraint tile_place check (level between 0 and 7 and n >= 0),
    constraint tile_hashes check (octet_length(hashes) = 8192),
    constraint tile_root check (octet_length(root) = 32)
);

-- Out of line, so that the roots of neighbours lie close together; hashes do not compress.
alter table ledger.tile alter column hashes set storage external;

create trigger append_only before update or delete or truncate on ledger.tile
    for each statement execute function ledger.refuse_change();
alter table ledger.tile enable always trigger append_only;

grant select, insert on ledger.tile to ledger_seal;
grant select on ledger.tile to ledger_feed, ledger_app;
grant select on ledger.feed, ledger.fact, ledger.event_id to ledger_seal;
