-- What lines are about: each combination of dimensions has a number, in the order in which they first occur in the feed.
-- A general key (总账) is by division, year, source and account alone, a line's key (明细账) by everything.
create table general_key (
    id          int  not null primary key,
    book        text collate "C" not null,
    account     text collate "C" not null,
    division    text collate "C" not null,
    budget_year int  not null,
    fund_source text collate "C" not null
);

create table line_key (
    id           int  not null primary key,
    general_key  int  not null,
    book         text collate "C" not null,
    account      text collate "C" not null,
    division     text collate "C" not null,
    budget_year  int  not null,
    fund_source  text collate "C" not null,
    institution  text collate "C",
    programme    text collate "C",
    allotment    text collate "C",
    clawback     text collate "C",
    tranche      text collate "C",
    bank_account text collate "C"
);

create index line_key_institution on line_key (institution) where institution is not null;
create index line_key_allotment on line_key (allotment) where allotment is not null;
