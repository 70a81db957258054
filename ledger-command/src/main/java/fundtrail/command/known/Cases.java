package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Flagged claims and the cases that inquire into them. */
public final class Cases implements Room {
    /**
     * A flagged claim.
     *
     * @param inventedHeads absent of reported work
     * @param flaggedBy     all who had a hand in it
     * @param inCase        the open case it is in; absent while it is in none
     * @param determined    what was ever clawed back of it, appeals aside
     */
    public record Flag(
            ClaimId claim,
            DivisionCode division,
            InstitutionYear year,
            @MayBeAbsent Integer inventedHeads,
            List<PersonRef> flaggedBy,
            @MayBeAbsent CaseId inCase,
            Money determined) {
        private Flag in(CaseId inCase) {
            return new Flag(claim, division, year, inventedHeads, flaggedBy, inCase, determined);
        }

        private Flag determined(Money more) {
            return new Flag(claim, division, year, inventedHeads, flaggedBy, inCase, determined.plus(more));
        }
    }

    /** A case, its claims, and what was clawed back in it. */
    public record Case(
            CaseId id, DivisionCode division, InstitutionId institution, List<ClaimId> claims, List<ClawbackId> clawbacks, boolean open) {}

    private final Table<ClaimId, Flag> flags;
    private final Table<CaseId, Case> cases;

    Cases(Memory memory) {
        flags = new Table<>(memory, "flaggedClaims", Forms.CLAIM, Form.json(Flag.class));
        cases = new Table<>(memory, "cases", Forms.CASE, Form.json(Case.class));
    }

    /** The claim, if it was flagged, or {@code null}. */
    public Flag flag(ClaimId claim) {
        return flags.get(claim);
    }

    /** The case, open or closed, or {@code null}. */
    public Case of(CaseId id) {
        return cases.get(id);
    }

    /** The division whose case it is, or {@code null}. */
    public DivisionCode divisionOf(CaseId id) {
        return cases.has(id) ? cases.get(id).division() : null;
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case ClaimFlagged fact -> flags.put(fact.claim(), new Flag(fact.claim(), fact.division(),
                    new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear()), fact.inventedHeads(),
                    entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList(), null, Money.ZERO));
            case CaseOpened fact -> {
                cases.put(fact.caseId(), new Case(fact.caseId(), fact.division(), fact.institution(), fact.claims(), List.of(), true));
                fact.claims().forEach(claim -> flags.put(claim, flag(claim).in(fact.caseId())));
            }
            case CaseClosed fact -> {
                Case closed = of(fact.caseId());
                cases.put(closed.id(), new Case(
                        closed.id(), closed.division(), closed.institution(), closed.claims(), closed.clawbacks(), false));
                closed.claims().forEach(claim -> flags.put(claim, flag(claim).in(null)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void determined(ClawbackDetermined fact) {
        Case before = of(fact.caseId());
        cases.put(before.id(), new Case(before.id(), before.division(), before.institution(), before.claims(),
                Stream.concat(before.clawbacks().stream(), Stream.of(fact.clawback())).toList(), before.open()));
        for (ClaimAmount one : fact.claims()) {
            flags.put(one.claim(), flag(one.claim()).determined(one.amount()));
        }
    }
}
