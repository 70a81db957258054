package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AGREEMENT_MISSING;
import static fundtrail.command.decide.RefusalCode.AMOUNT_DIFFERS;
import static fundtrail.command.decide.RefusalCode.BASIS_MISMATCH;
import static fundtrail.command.decide.RefusalCode.CAPITAL_NOT_EARMARKED;
import static fundtrail.command.decide.RefusalCode.HEADS_DIFFER;
import static fundtrail.command.decide.RefusalCode.NOT_EARMARKED;
import static fundtrail.command.decide.RefusalCode.PERSONNEL_PARTS;
import static fundtrail.command.decide.RefusalCode.PERSONNEL_RATES_MISSING;
import static fundtrail.command.decide.RefusalCode.RATE_DIFFERS;
import static fundtrail.command.decide.RefusalCode.SETTLED_YEAR_MISMATCH;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.SUBSIDY_CATEGORY_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TASK_UNKNOWN;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Personnel;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.PaymentRules.PersonnelRates;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges what the rows' amounts rest on: each amount must be what its components give, exact and rounded once. */
final class RowBasis {
    private static final Fraction MOST = Fraction.yuan(Money.yuan("9999999999999.99"));

    /** Who is paid for by the head, and out of which programme. */
    private record Group(InstitutionId institution, ProgrammeCode programme) {}

    /** What the rows of a group come to, and whom the first of them pays for. */
    private record Together(Row first, List<Money> amounts) {}

    private final Moment moment;
    private final Known known;
    private final PaymentRules rules;
    private final Map<Group, Together> byHead = new HashMap<>();

    RowBasis(List<Row> rows, Moment moment, Known known) {
        this.moment = moment;
        this.known = known;
        RuleSetPublished inForce = known.rules().inForce(moment.effectiveDate());
        this.rules = inForce == null ? null : inForce.payments();
        for (Row row : rows) {
            Allotment allotment = known.allotments().get(row.allotment());
            if (row.kind() == PaymentKind.CAPITATION && row.kind().restsOn(row.basis()) && allotment != null) {
                byHead.computeIfAbsent(group(allotment), group -> new Together(row, new ArrayList<>())).amounts().add(row.amount());
            }
        }
    }

    /** Whether what the row says it rests on is what a payment of its kind rests on; the fault, or {@code null}. */
    RowFault saying(Row row) {
        return row.kind().restsOn(row.basis()) ? null : at(row, "basis", refused(BASIS_MISMATCH, row.row()).with("kind", row.kind()));
    }

    /** Whether what it names exists. */
    RowFault existing(Row row, Allotment allotment) {
        if (row.kind() == PaymentKind.SUBSIDY && (rules == null || rules.category(row.basis().subsidy().category()) == null)) {
            return at(row, "subsidy", refused(SUBSIDY_CATEGORY_UNKNOWN, row.basis().subsidy().category())
                    .with("date", moment.effectiveDate()));
        }
        if (row.kind() == PaymentKind.DIRECTIVE_TASK && rate(row, allotment) == null) {
            return at(row, "task", refused(TASK_UNKNOWN, row.basis().task().task()).with("date", moment.effectiveDate()));
        }
        return null;
    }

    /** Whether it may be paid out of the allotment, and comes to the amount. */
    RowFault standing(Row row, Allotment allotment) {
        if (rules != null && rules.isCapital(allotment.classification().economic()) && !isEarmarked(allotment)) {
            return at(row, "allotment", refused(CAPITAL_NOT_EARMARKED, row.allotment())
                    .with("class", allotment.classification().economic())
                    .with("programme", allotment.programme()));
        }
        return switch (row.kind()) {
            case ADVANCE -> ahead(row, allotment);
            case CAPITATION -> {
                RowFault heads = heads(row, allotment);
                yield heads != null ? heads : ahead(row, allotment);
            }
            case SUBSIDY -> subsidy(row, allotment);
            case DIRECTIVE_TASK -> task(row, allotment);
            case SETTLEMENT -> settled(row, allotment);
        };
    }

    private RowFault settled(Row row, Allotment allotment) {
        int settled = allotment.owed(row.basis()).budgetYear();
        boolean carriedOn = settled < allotment.budgetYear() && known.years().isClosed(allotment.division(), settled);
        return settled == allotment.budgetYear() || carriedOn ? null
                : at(row, "settledYear", refused(SETTLED_YEAR_MISMATCH, row.allotment())
                        .with("settled", settled)
                        .with("allotted", allotment.budgetYear()));
    }

    private RowFault subsidy(Row row, Allotment allotment) {
        if (!isEarmarked(allotment)) {
            return at(row, "allotment", refused(NOT_EARMARKED, row.allotment()).with("programme", allotment.programme()));
        }
        Subsidy subsidy = row.basis().subsidy();
        boolean byParts = rules.category(subsidy.category()).personnel();
        if (byParts != (subsidy.personnel() != null)) {
            return at(row, "subsidy", refused(PERSONNEL_PARTS, subsidy.category()));
        }
        return byParts ? personnel(row, subsidy.personnel()) : null;
    }

    private RowFault personnel(Row row, Personnel parts) {
        PersonnelRates rates = rules.personnelRates();
        if (rates == null) {
            return at(row, "subsidy", refused(PERSONNEL_RATES_MISSING, row.row()).with("date", moment.effectiveDate()));
        }
        Fraction basicPay = Fraction.yuan(parts.basicPay());
        RowFault part = part(row, "socialSecurity", parts.socialSecurity(), basicPay.times(rates.socialSecurity()));
        part = part != null ? part : part(row, "housingFund", parts.housingFund(), basicPay.times(rates.housingFund()));
        part = part != null ? part : part(row, "annuity", parts.annuity(), basicPay.times(rates.annuity()));
        return part != null ? part : part(row, "amount", row.amount(), basicPay
                .plus(Fraction.yuan(parts.socialSecurity()))
                .plus(Fraction.yuan(parts.housingFund()))
                .plus(Fraction.yuan(parts.annuity())));
    }

    private RowFault task(Row row, Allotment allotment) {
        Task task = row.basis().task();
        Fraction rate = rate(row, allotment).rate();
        if (task.rate() != null && !task.rate().equals(rate)) {
            return at(row, "rate", refused(RATE_DIFFERS, task.task()).with("stated", task.rate()).with("rate", rate));
        }
        return part(row, "amount", row.amount(), task.at(rate).exact());
    }

    private RowFault heads(Row row, Allotment allotment) {
        Together together = byHead.get(group(allotment));
        Heads heads = row.basis().heads();
        if (!heads.equals(together.first().basis().heads())) {
            return at(row, "heads", refused(HEADS_DIFFER, row.row())
                    .with("first", together.first().row())
                    .with("institution", allotment.institution())
                    .with("programme", allotment.programme()));
        }
        return part(row, "amount", Money.sumOrMost(together.amounts()), heads.exact());
    }

    /** What does not come to what its components give, rounded half-up to the fen. */
    private static RowFault part(Row row, String field, Money stated, Fraction exact) {
        return exact.rounded(2).equals(Fraction.yuan(stated)) ? null
                : at(row, field, refused(AMOUNT_DIFFERS, row.row())
                        .with("stated", stated)
                        .with("computed", exact.compareTo(MOST) > 0 ? exact : exact.toMoney()));
    }

    /** Whether anything may be paid ahead of the entitlement: not without an agreement where one is asked for, nor once the year is settled. */
    private RowFault ahead(Row row, Allotment allotment) {
        InstitutionYear year = new InstitutionYear(allotment.institution(), allotment.programme(), allotment.budgetYear());
        if (rules != null && rules.agreementProgrammes().contains(allotment.programme())
                && known.purchases().entitlements().agreement(year) == null) {
            return at(row, "allotment", refused(AGREEMENT_MISSING, year));
        }
        return known.purchases().settlements().isFinal(year) ? at(row, "allotment", refused(SETTLEMENT_FINAL, year)) : null;
    }

    private RateSet rate(Row row, Allotment allotment) {
        return known.taskRates().inForce(allotment.division(), row.basis().task().task(), moment.effectiveDate());
    }

    private boolean isEarmarked(Allotment allotment) {
        return rules != null && rules.earmarkedProgrammes().contains(allotment.programme());
    }

    private static Group group(Allotment allotment) {
        return new Group(allotment.institution(), allotment.programme());
    }

    private static RowFault at(Row row, String field, Refused why) {
        return new RowFault(row.row(), field, why);
    }
}
