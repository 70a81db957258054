-- A medical community is shown to its members, and a unit standard to its division alone. A store that was folded before is emptied when the program starts.
truncate folded_with;
