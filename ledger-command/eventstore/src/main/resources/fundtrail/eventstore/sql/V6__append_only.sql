-- Facts are added, never changed or removed: by nobody, superusers included, unless they disable these triggers first.
-- Whoever does that is shown by any checkpoint that was kept outside.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on %.% is refused: facts are added, never changed or removed.', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation', hint = 'Correct an error by adding the fact that corrects it.';
end $$;

create trigger append_only before update or delete or truncate on ledger.fact
    for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.fact_tag
    for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.event_id
    for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.unique_value
    for each statement execute function ledger.refuse_change();

-- Also in sessions that replicate, where ordinary triggers rest.
alter table ledger.fact         enable always trigger append_only;
alter table ledger.fact_tag     enable always trigger append_only;
alter table ledger.event_id     enable always trigger append_only;
alter table ledger.unique_value enable always trigger append_only;
