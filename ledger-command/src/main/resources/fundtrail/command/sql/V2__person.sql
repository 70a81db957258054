-- The people registry (人员库): who a personRef is. It lies outside the log, so that a row can be erased.
-- A row is stored before PersonRegistered names its hash; a row changed afterwards signs nothing any more.
create table person (
    person_ref      text primary key,
    salt            text not null,
    name            text not null,
    post            text not null,
    employee_number text not null unique,
    issuer          text not null,
    subject         text not null,
    unique (issuer, subject)
);
grant select, insert, update, delete on person to ledger_app;

-- What the reading side may know of people: who a token belongs to, and the name and post beside a signature.
create view signer as
    select person_ref, issuer, subject, name, post from person;
grant select on signer to ledger_feed;
