-- The two one-time secrets by which a production ledger is opened, as salted hashes, and the sign-in bound to each.
-- Rows are here only while the ledger waits for its opening.
create table opening_secret (
    holder      text primary key check (holder in ('AD', 'CA')),
    person_ref  text not null,
    salt        text not null,
    hash        text not null,
    opening     text not null,
    expires_at  timestamptz not null,
    wrong_tries int not null default 0,
    issuer      text,
    subject     text,
    check ((issuer is null) = (subject is null)),
    unique (issuer, subject)
);
grant select, insert, update, delete on opening_secret to ledger_app;
