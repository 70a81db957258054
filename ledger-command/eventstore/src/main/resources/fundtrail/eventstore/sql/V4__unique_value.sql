-- What only one fact may claim, for ever: a wish's key, a bank reference, a document's number.
create table ledger.unique_value (
    scope    text   collate "C" not null,
    value    text   collate "C" not null,
    position bigint             not null,   -- of the fact that claimed it
    constraint unique_value_pkey primary key (scope, value)
);

grant select, insert on ledger.unique_value to ledger_app;
