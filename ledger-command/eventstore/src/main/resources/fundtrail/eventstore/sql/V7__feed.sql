-- What followers read. NOTIFY on channel ledger_feed, with the last position, only wakes them: this view is the truth.
create view ledger.feed as
    select position, recorded_at, type, version, entry, leaf_hash
    from ledger.fact;

grant select on ledger.feed to ledger_feed, ledger_app;
