-- The sets of circles that facts and entities are shown to. There are few, and the same ones over and over, so each has a
-- number, in the order in which they first occur in the feed.
create table audience (
    id       int    not null primary key,
    shown_to text[] not null
);

create index audience_shown_to on audience using gin (shown_to);

alter table fact add column audience int not null;
create index fact_audience on fact (audience, position);

-- Entries stay in the row where they fit and are not compressed, as on the writing side.
alter table fact alter column entry set storage external;
alter table fact set (toast_tuple_target = 8160);
