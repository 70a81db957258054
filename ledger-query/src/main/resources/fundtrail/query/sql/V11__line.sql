-- The lines of the facts: every balance, statement and trial balance is a sum over these.
create table posted_line (
    position       bigint not null,
    line_no        int    not null,
    effective_date date   not null,
    key            int    not null,
    side           text   collate "C" not null,
    amount         bigint not null,             -- signed fen: a debit positive, a credit negative
    primary key (position, line_no)
);

create index posted_line_key on posted_line (key, position);

create view line as
    select position, line_no, effective_date, key, book, account, division, budget_year, fund_source, institution, programme,
           allotment, clawback, tranche, bank_account, side, amount
    from posted_line join line_key on line_key.id = posted_line.key;
