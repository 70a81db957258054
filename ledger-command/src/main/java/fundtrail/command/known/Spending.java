package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementRefundReceivedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each allotment has spent towards which year's settlement, less what came back: so much of its authority can a refund,
 * a return or a claw-back of that year give back.
 */
public final class Spending {
    /** The last payment that a year's settlement takes into account, and its day. */
    public record Last(PaymentId payment, LocalDate day) {}

    private record Towards(AllotmentId allotment, int settledYear) {}

    private final Table<Towards, Long> spent;
    private final Table<Purse, List<AllotmentId>> spenders;
    private final Table<InstitutionYear, Last> last;
    private final Payments payments;
    private final Table<AllotmentId, Allotment> allotments;

    Spending(Memory memory, Payments payments, Table<AllotmentId, Allotment> allotments) {
        spent = new Table<>(memory, "spentTowardsSettlements", Form.json(Towards.class), Form.LONG);
        spenders = new Table<>(memory, "spendersTowardsSettlements", Form.json(Purse.class), Form.list(AllotmentId.class));
        last = new Table<>(memory, "lastPaidTowardsSettlements", Form.json(InstitutionYear.class), Form.json(Last.class));
        this.payments = payments;
        this.allotments = allotments;
    }

    /** What the allotment has spent towards the settlement of a year, less what came back of it. */
    public Money towards(AllotmentId allotment, int settledYear) {
        return Money.ofFen(spent.getOrDefault(new Towards(allotment, settledYear), 0L));
    }

    /**
     * Out of which allotments a year was paid: its own first, then those of later years, out of which a closed year's
     * settlement is paid; the earliest first, then by id.
     *
     * @param owed division, settled year, source, institution and programme
     */
    public List<Allotment> by(Purse owed) {
        return spenders.getOrDefault(owed, List.of()).stream()
                .map(allotments::get)
                .sorted(Comparator.comparing(Allotment::budgetYear)
                        .thenComparing(Allotment::effectiveDate)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    /** The payment of the latest day; {@code null} before the first. */
    public Last last(InstitutionYear year) {
        return last.get(year);
    }

    void merged(Merger merger) {
        spenders.rename(merger::of, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
        last.rename(merger::of, (there, other) -> other.day().isAfter(there.day()) ? other : there);
    }

    void fold(Entry entry) {
        Fact fact = entry.fact();
        if (fact instanceof InstitutionMergedRows) {
            return;
        }
        if (fact instanceof Paid paid) {
            paid(paid, entry.envelope().effectiveDate());
        }
        for (Line line : fact.lines()) {
            if (line.account() == Account.EXPENDED && line.allotment() != null) {
                Integer year = settledYear(fact, line);
                if (year != null) {
                    add(new Towards(line.allotment(), year), line);
                }
            }
        }
    }

    private void paid(Paid paid, LocalDate day) {
        Payment payment = payments.payment(paid.payment());
        Integer settled = settledYear(payment);
        if (settled != null) {
            Allotment allotment = allotments.get(payment.allotment());
            InstitutionYear year = new InstitutionYear(allotment.institution(), allotment.programme(), settled);
            if (!last.has(year) || !day.isBefore(last.get(year).day())) {
                last.put(year, new Last(paid.payment(), day));
            }
        }
    }

    private void add(Towards towards, Line line) {
        if (!spent.has(towards)) {
            Purse owed = Purse.of(line.division(), towards.settledYear(), line.fundSource()).of(line.institution(), line.programme());
            List<AllotmentId> more = new ArrayList<>(spenders.getOrDefault(owed, List.of()));
            more.add(towards.allotment());
            spenders.put(owed, List.copyOf(more));
        }
        spent.put(towards, Math.subtractExact(spent.getOrDefault(towards, 0L), line.signed().fen()));
    }

    /** The year whose settlement takes it into account; {@code null} for a subsidy or a directed task, of which none does. */
    private Integer settledYear(Fact fact, Line line) {
        return switch (fact) {
            case Paid paid -> settledYear(payments.payment(paid.payment()));
            case PaymentReturned returned -> settledYear(payments.payment(returned.payment()));
            case EntryReversed reversed when reversed.payment() != null -> settledYear(payments.payment(reversed.payment()));
            case SettlementRefundReceived refund -> refund.budgetYear();
            case SettlementRefundReceivedRows refund -> refund.budgetYear();
            default -> yearOf(fact, line);
        };
    }

    /** Of what a claw-back restores: the year of the claims, which held the money. */
    private static int yearOf(Fact fact, Line line) {
        return fact.lines().list().stream()
                .filter(one -> one.account() == Account.RECOVERY_HOLDING)
                .map(Line::budgetYear)
                .findFirst()
                .orElse(line.budgetYear());
    }

    private Integer settledYear(Payment payment) {
        return switch (payment.kind()) {
            case ADVANCE, CAPITATION -> allotments.get(payment.allotment()).budgetYear();
            case SETTLEMENT -> allotments.get(payment.allotment()).owed(payment.basis()).budgetYear();
            case SUBSIDY, DIRECTIVE_TASK -> null;
        };
    }
}
