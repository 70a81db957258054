-- Who sees what is worked out anew: a circle that a later fact opens to more people is an entity, kind 'opened'. A store that
-- was folded before is emptied when the program starts.
truncate folded_with;
