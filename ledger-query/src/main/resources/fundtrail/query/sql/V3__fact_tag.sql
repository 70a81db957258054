-- What a fact is about (institution:H1), who signed it (signer:p-1), and whom it is shown to (shownTo:bureau:330521).
create table fact_tag (
    tag      text   collate "C" not null,
    position bigint not null,
    primary key (tag, position)
);
