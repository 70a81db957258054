-- The document a fact rests on, or a proposal would: who may see the fact may read the document.
create table fact_document (
    position      bigint not null primary key,
    sha256        text   collate "C" not null,
    document_type text   collate "C" not null,
    body          text   collate "C" not null,  -- who issued it
    number        text   collate "C" not null,
    issued_on     date   not null
);

create index fact_document_sha256 on fact_document (sha256, position);
create index fact_document_number on fact_document (body, number, issued_on);
