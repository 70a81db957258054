-- Every entity as it stands after each fact that changed it. Known at a position: the last version up to it.
create table entity_version (
    kind           text   collate "C" not null,
    id             text   collate "C" not null, -- in ASCII order, on every server
    position       bigint not null,
    effective_date date   not null,
    audience       int    not null,
    state          text   collate "C",          -- of a kind that has states
    body           json   not null,             -- as written: a proposal's content keeps the order its hash was made in
    primary key (kind, id, position)
);

create index entity_version_position on entity_version (position, kind);
create index entity_version_audience on entity_version (audience, kind, id);
create index entity_version_state on entity_version (kind, state, id) where state is not null;

create view version_of as
    select kind, entity_version.id, position, effective_date, audience, shown_to, state, body
    from entity_version join audience on audience.id = entity_version.audience;
