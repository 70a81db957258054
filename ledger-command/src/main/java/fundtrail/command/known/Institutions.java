package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.InstitutionChanged;
import fundtrail.contract.fact.InstitutionRegistered.InstitutionType;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The institutions as they were registered, and what became of them: each change is in force from its first day until the next. */
public final class Institutions implements Room {
    private final Table<InstitutionId, InstitutionRegistered> registered;
    private final Table<String, InstitutionId> creditCodes;
    private final Table<InstitutionId, List<InstitutionChanged>> changes;

    Institutions(Memory memory) {
        registered = new Table<>(memory, "institutions", Forms.INSTITUTION, Form.json(InstitutionRegistered.class));
        creditCodes = new Table<>(memory, "creditCodes", Form.TEXT, Forms.INSTITUTION);
        changes = new Table<>(memory, "institutionChanges", Forms.INSTITUTION, Form.list(InstitutionChanged.class));
    }

    public boolean has(InstitutionId institution) {
        return registered.has(institution);
    }

    /** The institution as it was registered, or {@code null}. */
    public InstitutionRegistered get(InstitutionId institution) {
        return registered.get(institution);
    }

    /** Whether it is the finance bureau of a lower division: no batch pays it, and its money has no programme. */
    public boolean isBureau(InstitutionId institution) {
        return has(institution) && get(institution).type() == InstitutionType.FINANCE_BUREAU;
    }

    /** The institution as it is on a day, with the name, credit code, type and ownership in force then; or {@code null}. */
    public InstitutionRegistered on(InstitutionId institution, LocalDate day) {
        InstitutionRegistered first = registered.get(institution);
        InstitutionChanged change = changeOn(institution, day);
        return change == null ? first : new InstitutionRegistered(
                institution, change.creditCode(), change.name(), change.type(), change.ownership(), first.division());
    }

    /** The change in force on a day; {@code null} while the institution is as it was registered. */
    public InstitutionChanged changeOn(InstitutionId institution, LocalDate day) {
        return changes.getOrDefault(institution, List.of()).stream()
                .filter(change -> !change.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether the institution is part of another legal person on that day or, by what is known of it, later. */
    public boolean isBranchFrom(InstitutionId institution, LocalDate day) {
        return !legalPersonOf(institution, day).equals(institution)
                || changes.getOrDefault(institution, List.of()).stream()
                        .anyMatch(change -> change.validFrom().isAfter(day) && change.legalPerson() != null);
    }

    /** The legal person that an institution is, or is part of, on a day: whose account its money goes to. */
    public InstitutionId legalPersonOf(InstitutionId institution, LocalDate day) {
        Set<InstitutionId> passed = new LinkedHashSet<>();
        InstitutionId at = institution;
        while (passed.add(at)) {
            InstitutionChanged change = changeOn(at, day);
            at = change == null || change.legalPerson() == null ? at : change.legalPerson();
        }
        return at;
    }

    /** The first day of the latest change, or {@code null}. */
    public LocalDate lastChange(InstitutionId institution) {
        List<InstitutionChanged> all = changes.getOrDefault(institution, List.of());
        return all.isEmpty() ? null : all.getLast().validFrom();
    }

    /** The institution that has or had this credit code, or {@code null}. */
    public InstitutionId with(String creditCode) {
        return creditCodes.get(creditCode);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case InstitutionRegistered fact -> {
                registered.put(fact.institution(), fact);
                creditCodes.put(fact.creditCode().value(), fact.institution());
            }
            case InstitutionChanged fact -> {
                List<InstitutionChanged> more = new ArrayList<>(changes.getOrDefault(fact.institution(), List.of()));
                more.add(fact);
                changes.put(fact.institution(), List.copyOf(more));
                creditCodes.put(fact.creditCode().value(), fact.institution());
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
