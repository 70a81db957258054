-- Indexes that only readers need, left out while the schema is filled from nothing: one sorted run over a finished table
-- costs a fraction of a place for each row as it comes. Empty once they are made.
create table index_to_make (
    name      text not null primary key,
    statement text not null
);
