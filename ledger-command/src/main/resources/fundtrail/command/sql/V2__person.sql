-- The people registry (人员库): who a personRef is. It lies outside the log, so that a row can be erased, and holds no plain
-- text: each row is sealed under a data key of its own, which the installation's key file wraps (package fundtrail.people).
-- A row is stored before PersonRegistered names its hash; a row changed afterwards signs nothing any more.
create table person (
    person_ref    text primary key,
    number_index  bytea not null unique,  -- stays when the rest is erased, so that the number comes back as nobody else's
    subject_index bytea unique,
    wrapped_key   bytea,
    signer        bytea,                  -- name and post: what the reading side may know
    rest          bytea,                  -- employee number, issuer, subject, salt
    stored_at     timestamptz not null default clock_timestamp(),
    check (num_nulls(subject_index, wrapped_key, signer, rest) in (0, 4))
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0); -- erased versions of rows go within minutes
grant select, insert, update, delete on person to ledger_app;

-- Another row for somebody who has one: a new post, name or sign-in. It waits for a PersonRegistered that names its hash and
-- then takes the place of the row in person; until then nobody is found by it.
create table person_waiting (
    registry_hash text primary key,       -- as the registration will name it
    person_ref    text not null references person on delete cascade,
    subject_index bytea not null,         -- nobody else's, here and in person: stored under one lock (PersonTables)
    wrapped_key   bytea not null,
    signer        bytea not null,
    rest          bytea not null,
    stored_at     timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
create index on person_waiting (person_ref);
grant select, insert, update, delete on person_waiting to ledger_app;

-- Which key the registry is sealed with, by a fingerprint that says nothing else of it.
create table people_key (
    one         boolean primary key default true check (one),
    fingerprint bytea not null
);
grant select, insert on people_key to ledger_app;
grant select on people_key to ledger_feed;

-- What the reading side may know of people: whom a token belongs to, and the name and post beside a signature.
create view signer as
    select person_ref, subject_index, wrapped_key, signer from person where wrapped_key is not null;
grant select on signer to ledger_feed;
