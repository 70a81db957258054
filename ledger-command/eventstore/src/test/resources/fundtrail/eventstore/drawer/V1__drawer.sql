create table ledger.drawer (item text primary key);
