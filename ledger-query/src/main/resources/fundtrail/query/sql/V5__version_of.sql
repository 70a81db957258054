-- Every entity as it stands after each fact that changed it. Known at a position: the last version up to it.
create table version_of (
    kind           text   collate "C" not null,
    id             text   collate "C" not null, -- in ASCII order, on every server
    position       bigint not null,
    effective_date date   not null,
    shown_to       text[] not null,             -- the circles that may see it
    body           json   not null,             -- as written: a proposal's content keeps the order its hash was made in
    primary key (kind, id, position)
);

create index version_of_position on version_of (position, kind);
create index version_of_shown_to on version_of using gin (shown_to);
create index version_of_state on version_of (kind, (body ->> 'state'), id) where (body ->> 'state') is not null;
