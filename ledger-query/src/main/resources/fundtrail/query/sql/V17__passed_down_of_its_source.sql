-- What went down of a tranche names its source. A store that was folded before is emptied when the program starts.
truncate folded_with;
