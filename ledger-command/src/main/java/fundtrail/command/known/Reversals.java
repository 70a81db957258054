package fundtrail.command.known;

import fundtrail.command.known.Reversals.Reversible.Allotted;
import fundtrail.command.known.Reversals.Reversible.Contributed;
import fundtrail.command.known.Reversals.Reversible.PaymentMade;
import fundtrail.command.known.Reversals.Reversible.Reallocated;
import fundtrail.command.known.Reversals.Reversible.Received;
import fundtrail.command.known.RiskReserve.Contribution;
import fundtrail.command.known.Shapes.Posted;
import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Series;
import fundtrail.command.memory.Table;
import fundtrail.command.memory.Trails;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.FactTypes;
import fundtrail.contract.FactTypes.FactType;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands at each position, which of it may be taken back in red, and which payments have drawn on it since. */
public final class Reversals {
    /** A fact of a kind that may be reversed. */
    public sealed interface Reversible {
        LocalDate effectiveDate();

        /** The position of its reversal; {@code null} while it stands. */
        Long reversedBy();

        /** What it moved: all it debits to the books in which its first line stands. */
        Money amount();

        /** The division whose books it stands in. */
        DivisionCode division();

        /** The lines it posted; of a payment, only until it is settled. */
        Lines lines();

        /** @param tranche of which it was a receipt; {@code null} for own-level money and for matching funds */
        record Received(
                DivisionCode division, int budgetYear, FundSourceCode fundSource, BankAccountId bankAccount, Money amount,
                TrancheId tranche, LocalDate effectiveDate, Lines lines, Long reversedBy) implements Reversible {}

        /** @param to {@code null} where the authority is unallotted again */
        record Reallocated(
                AllotmentId to, DivisionCode division, int budgetYear, FundSourceCode fundSource, Money amount,
                LocalDate effectiveDate, Lines lines, Long reversedBy) implements Reversible {}

        record Allotted(
                AllotmentId allotment, DivisionCode division, Money amount, LocalDate effectiveDate, Lines lines, Long reversedBy)
                implements Reversible {}

        /** A contribution to the risk reserve. */
        record Contributed(
                DivisionCode division, BankAccountId reserveAccount, Money amount, LocalDate effectiveDate, Lines lines, Long reversedBy)
                implements Reversible {}

        /** @param effectiveDate {@code null} once it was reversed */
        record PaymentMade(Payment payment, DivisionCode division, LocalDate effectiveDate, Lines lines, Long reversedBy)
                implements Reversible {
            @Override
            public Money amount() {
                return payment.amount();
            }
        }
    }

    /** A fact that drew, payments aside, and how much. */
    public record Draw(long position, Money amount) {
        static final Form<Draw> FORM = Form.of((out, draw) -> {
            out.writeLong(draw.position());
            out.writeLong(draw.amount().fen());
        }, in -> new Draw(in.readLong(), Money.ofFen(in.readLong())));
    }

    private record Cash(DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    /** A receipt, as far as its reversal needs it. */
    private record Receipt(Posted posted, LocalDate effectiveDate, Fingerprint bankRef) {
        static final Form<Receipt> FORM = Form.of((out, receipt) -> {
            Posted.FORM.write(out, receipt.posted());
            Form.day(out, receipt.effectiveDate());
            out.writeLong(receipt.bankRef().high());
            out.writeLong(receipt.bankRef().low());
        }, in -> new Receipt(Posted.FORM.read(in), in.day(), new Fingerprint(in.readLong(), in.readLong())));
    }

    /** The types of facts by which a payment is made. */
    private static final Set<String> PAYMENTS = FactTypes.all().stream()
            .filter(type -> Paid.class.isAssignableFrom(type.record()))
            .map(FactType::name)
            .collect(Collectors.toUnmodifiableSet());

    /** A fact that was posted on a day, as far as its reversal needs it. */
    private record Move(Posted posted, LocalDate effectiveDate) {
        static final Form<Move> FORM = Form.of((out, move) -> {
            Posted.FORM.write(out, move.posted());
            Form.day(out, move.effectiveDate());
        }, in -> new Move(Posted.FORM.read(in), in.day()));
    }

    private final Places places;
    private final Table<Long, Long> reversed;
    private final Series<Receipt> receipts;
    private final Series<Posted> allotted;
    private final Series<Move> reallocated;
    private final Draws draws;
    private final Trails<AllotmentId> ofAllotment;
    private final Trails<Cash> ofSource;
    private final Trails<BankAccountId> ofBankAccount;
    private final Shapes shapes;
    private final Payments payments;
    private final Table<AllotmentId, Allotment> allotments;
    private final RiskReserve riskReserve;

    Reversals(
            Memory memory, Shapes shapes, Payments payments, Table<AllotmentId, Allotment> allotments, RiskReserve riskReserve) {
        places = new Places(memory);
        reversed = new Table<>(memory, "reversed", Form.LONG, Form.LONG);
        receipts = new Series<>(memory, "receipts", Receipt.FORM);
        allotted = new Series<>(memory, "allotted", Posted.FORM);
        reallocated = new Series<>(memory, "reallocated", Move.FORM);
        draws = new Draws(memory);
        ofAllotment = new Trails<>(memory, "drawnOnAllotments", Forms.ALLOTMENT);
        ofSource = new Trails<>(memory, "drawnOnSources", Form.json(Cash.class));
        ofBankAccount = new Trails<>(memory, "drawnOnBankAccounts", Forms.BANK_ACCOUNT);
        this.shapes = shapes;
        this.payments = payments;
        this.allotments = allotments;
        this.riskReserve = riskReserve;
    }

    /** The position of the next fact. */
    long next() {
        return places.length();
    }

    /** The type of the fact at a position, or {@code null} when the log does not reach so far. */
    public String typeAt(long position) {
        return places.typeAt(position);
    }

    /** The fact at a position, or {@code null} when its kind is never reversed. */
    public Reversible at(long position) {
        String type = typeAt(position);
        Long by = reversed.get(position);
        return switch (type) {
            case "FundReceived", "MatchingFundsPaid" -> received(receipts.get(places.ordinalAt(position)), false, by);
            case "TransferReceived" -> received(receipts.get(places.ordinalAt(position)), true, by);
            case "BudgetReallocated" -> reallocated(reallocated.get(places.ordinalAt(position)), by);
            case "BudgetAllotted" -> {
                Lines lines = shapes.lines(allotted.get(places.ordinalAt(position)));
                Allotment allotment = allotments.get(lines.list().getLast().allotment());
                yield new Allotted(allotment.id(), allotment.division(), allotment.amount(), allotment.effectiveDate(), lines, by);
            }
            case "RiskReserveContributed" -> contributed(riskReserve.contribution(position), by);
            case null -> null;
            default -> PAYMENTS.contains(type) ? paymentMade(payments.payment(places.ordinalAt(position)), by) : null;
        };
    }

    private static Contributed contributed(Contribution contribution, Long by) {
        Lines lines = new Lines(contribution.lines());
        Line cash = lines.list().stream().filter(line -> line.account() == Account.RESERVE_CASH).findFirst().orElseThrow();
        return new Contributed(cash.division(), cash.bankAccount(), contribution.amount(), contribution.effectiveDate(), lines, by);
    }

    private PaymentMade paymentMade(Payment payment, Long by) {
        return new PaymentMade(payment, payments.divisionOf(payment.batch()), by == null ? payment.paidOn() : null,
                payment.posted() == null ? null : shapes.lines(payment.posted()), by);
    }

    private Received received(Receipt receipt, boolean transfer, Long by) {
        Lines lines = shapes.lines(receipt.posted());
        Line cash = cash(lines);
        return new Received(cash.division(), cash.budgetYear(), cash.fundSource(), cash.bankAccount(), cash.amount(),
                transfer ? lines.list().getLast().tranche() : null, receipt.effectiveDate(), lines, by);
    }

    private Reallocated reallocated(Move move, Long by) {
        Lines lines = shapes.lines(move.posted());
        Line to = lines.list().getLast();
        return new Reallocated(to.allotment(), to.division(), to.budgetYear(), to.fundSource(), to.amount(), move.effectiveDate(),
                lines, by);
    }

    private static Line cash(Lines lines) {
        return lines.list().stream().filter(line -> line.account() == Account.TREASURY_CASH).findFirst().orElseThrow();
    }

    /** The payments approved out of the allotment, the last one first. */
    public Stream<Payment> drawnOn(AllotmentId allotment) {
        return draws(ofAllotment, allotment);
    }

    /** The payments made out of cash of the source, the last one first. */
    public Stream<Payment> drawnOn(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return draws(ofSource, new Cash(division, budgetYear, fundSource));
    }

    /** The payments made out of the bank account, the last one first. */
    public Stream<Payment> drawnOn(BankAccountId bankAccount) {
        return draws(ofBankAccount, bankAccount);
    }

    /** Other facts that have drawn on the allotment and stand, the last one first. */
    public Stream<Draw> otherDrawsOn(AllotmentId allotment) {
        return standing(draws.on(allotment));
    }

    /** Other facts that have drawn on the bank account and stand, the last one first. */
    public Stream<Draw> otherDrawsOn(BankAccountId bankAccount) {
        return standing(draws.on(bankAccount));
    }

    /** Other facts that have drawn on the source's UNALLOTTED or TREASURY_CASH and stand, the last one first. */
    public Stream<Draw> otherDrawsOn(Account account, DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return standing(draws.on(account, division, budgetYear, fundSource));
    }

    private Stream<Draw> standing(Stream<Draw> drawn) {
        return drawn.filter(draw -> !reversed.has(draw.position()));
    }

    /** A payment that was reversed and made again stands twice in the trail. */
    private <K> Stream<Payment> draws(Trails<K> trails, K on) {
        return trails.backwards(on).distinct().mapToObj(payments::payment);
    }

    void fold(Entry entry) {
        draws.fold(entry);
        switch (entry.fact()) {
            case BudgetAllotted allotment -> places.add(entry, allotted.add(shapes.of(allotment.lines(), allotment.allotment())));
            case FundReceived receipt -> receive(entry, receipt.fundSource(), receipt.bankRef());
            case TransferReceived receipt -> receive(entry, receipt.tranche(), receipt.bankRef());
            case MatchingFundsPaid receipt -> receive(entry, receipt.tranche(), receipt.bankRef());
            case BudgetReallocated fact -> places.add(entry, reallocated.add(
                    new Move(shapes.of(fact.lines(), fact.from()), entry.envelope().effectiveDate())));
            case EntryReversed reversal -> {
                places.add(entry, Places.NOTHING);
                reversed.put(reversal.reverses(), entry.position());
            }
            case Paid paid -> { }
            default -> places.add(entry, Places.NOTHING);
        }
    }

    private void receive(Entry entry, Object like, String bankRef) {
        places.add(entry, receipts.add(new Receipt(
                shapes.of(entry.fact().lines(), like), entry.envelope().effectiveDate(), Fingerprint.of(bankRef))));
    }

    void fold(DisbursementBatchApprovedRows fact, int firstPayment) {
        int payment = firstPayment;
        for (DisbursementBatchApprovedRows.Row row : fact.rows()) {
            ofAllotment.add(row.allotment(), payment++);
        }
    }

    void fold(Paid fact, Entry entry, int payment) {
        places.add(entry, payment);
        for (Line line : fact.lines()) {
            if (line.account() == Account.TREASURY_CASH) {
                ofSource.add(new Cash(line.division(), line.budgetYear(), line.fundSource()), payment);
                ofBankAccount.add(line.bankAccount(), payment);
            }
        }
    }

    /** The ordinal of the payment that the fact at a position paid. */
    int paymentAt(long position) {
        return places.ordinalAt(position);
    }

    /** The bank reference of the receipt at a position. */
    Fingerprint bankRefAt(long position) {
        return receipts.get(places.ordinalAt(position)).bankRef();
    }
}
