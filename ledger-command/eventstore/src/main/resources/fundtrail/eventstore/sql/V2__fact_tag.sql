-- By what facts are found: an allotment's, an institution's, a batch's.
create table ledger.fact_tag (
    key      text   not null,
    value    text   not null,
    position bigint not null,
    constraint fact_tag_pkey primary key (key, value, position)
);

grant select, insert on ledger.fact_tag to ledger_app;
