-- The lines of the facts: every balance, statement and trial balance is a sum over these.
create table line (
    position       bigint not null,
    line_no        int    not null,
    effective_date date   not null,
    book           text   collate "C" not null,
    account        text   collate "C" not null,
    division       text   collate "C" not null,
    budget_year    int    not null,
    fund_source    text   collate "C" not null,
    institution    text   collate "C",
    programme      text   collate "C",
    allotment      text   collate "C",
    clawback       text   collate "C",
    tranche        text   collate "C",
    bank_account   text   collate "C",
    side           text   collate "C" not null,
    amount         bigint not null,             -- signed fen: a debit positive, a credit negative
    primary key (position, line_no)
);

create index line_institution on line (institution, effective_date, position) where institution is not null;
create index line_allotment on line (allotment, position) where allotment is not null;
