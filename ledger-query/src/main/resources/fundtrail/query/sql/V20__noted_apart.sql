-- Red flags note what they remember under finer keys, so that a fact's note does not grow with what came before it. A store
-- that was folded before is emptied when the program starts.
truncate folded_with;
