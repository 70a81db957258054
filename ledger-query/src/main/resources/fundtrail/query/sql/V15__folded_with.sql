-- Which catalogue of red flags the rows were folded with. There are more entities than before and alerts among them, so what
-- is here is worked in again: a store that was folded with nothing known is emptied when the program starts.
create table folded_with (
    red_flags text not null                        -- SHA-256 of the catalogue
);
