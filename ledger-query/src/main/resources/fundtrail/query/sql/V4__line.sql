-- The lines of the facts: every balance, statement and trial balance is a sum over these.
create table line (
    position       bigint not null,
    line_no        int    not null,
    effective_date date   not null,
    book           text   not null,
    account        text   not null,
    division       text   not null,
    budget_year    int    not null,
    fund_source    text   not null,
    institution    text,
    programme      text,
    allotment      text,
    clawback       text,
    tranche        text,
    bank_account   text,
    side           text   not null,
    amount         bigint not null,                -- signed fen: a debit positive, a credit negative
    primary key (position, line_no)
);

create index line_institution on line (institution, effective_date, position) where institution is not null;
create index line_allotment on line (allotment, position) where allotment is not null;
