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

-- What the reading side may know of documents: the bytes, for whoever may see a fact that rests on them.
create view stored_document as
    select sha256, media_type, bytes from document;
grant select on stored_document to ledger_feed;
