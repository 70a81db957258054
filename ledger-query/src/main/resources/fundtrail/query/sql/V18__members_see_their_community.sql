-- A medical community is shown to its members. A store that was folded before is emptied when the program starts.
truncate folded_with;
