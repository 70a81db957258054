-- Sums beside the lines, at both clocks: what a key's lines in a block of positions come to by each day. A block of level 0
-- has 512 positions, of each further level eight times as many; only whole blocks are summed, so no row here ever changes.
-- The turnover by a day is the array's element at the last of its days up to it: {debits,credits}[width_bucket(day, days)].
-- A row holds at most 100 days; it is the right one for days from from_day to before until_day.
create table general_sum (
    key       int      not null,
    level     smallint not null,
    block     bigint   not null,
    from_day  date     not null,
    until_day date     not null,
    days      date[]   not null,
    debits    bigint[] not null,               -- since the block's start, in fen
    credits   bigint[] not null,
    primary key (key, level, block, from_day)
);

-- The same by everything a line is about. Level 0 is left out: nearly each line would be a row of its own.
create table line_sum (like general_sum including all);

-- How many blocks of each level are summed. What lies beyond is added up from the lines, so sums may come late.
create table sums_made (
    general boolean  not null,
    level   smallint not null,
    blocks  bigint   not null default 0,
    primary key (general, level)
);

insert into sums_made (general, level) values
    (true, 0), (true, 1), (true, 2), (true, 3), (true, 4), (false, 1), (false, 2), (false, 3), (false, 4);
