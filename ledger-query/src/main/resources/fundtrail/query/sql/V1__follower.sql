-- How far the feed has been worked in. One row; it moves in the transaction that adds what was worked in.
create table follower (
    position  bigint not null,                     -- -1 before the first fact
    leaf_hash bytea  not null,                     -- of the fact at that position; empty before the first
    only_row  boolean not null default true primary key check (only_row)
);

insert into follower (position, leaf_hash) values (-1, '');
