-- V8 to V13 keep the same in other shapes. What is here is only the fold of the feed, so it is not turned over row by row:
-- the mark goes back to the start, and the follower works the whole feed in again.
drop table line;
drop table version_of;
truncate fact, fact_tag, fact_document;
update follower set position = -1, leaf_hash = '';
