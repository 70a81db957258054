-- What may still be signed, in the order in which it must be. Proposals end with their last day, so this end of the index
-- stays short however many there were.
create index entity_version_due on entity_version ((body ->> 'expiresOn'), id)
    where kind = 'proposal' and state in ('SUBMITTED', 'CHECKED');
