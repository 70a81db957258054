-- By what facts are found: an allotment's, an institution's, a batch's. Compared byte by byte (collate "C"), here and in
-- V4: so no new version of a locale can put an index out of order.
create table ledger.fact_tag (
    key      text   collate "C" not null,
    value    text   collate "C" not null,
    position bigint             not null,
    constraint fact_tag_pkey primary key (key, value, position)
);

grant select, insert on ledger.fact_tag to ledger_app;
