-- Documents facts rest on, by the SHA-256 of their bytes. A document is stored before the fact that names it.
create table document (
    sha256      text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type  text not null,
    bytes       bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null default now()
);
alter table document alter column bytes set storage external;
grant select, insert on document to ledger_app;
