-- Invented heads, and that a year is closed, are entities of their own. A store that was folded before is emptied when the
-- program starts.
truncate folded_with;
