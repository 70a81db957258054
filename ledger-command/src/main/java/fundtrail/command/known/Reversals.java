package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.FactTypes.FactType;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands at each position, which of it may be taken back in red, and which payments have drawn on it since. */
public final class Reversals {
    /**
     * A fact of a kind that may be reversed.
     *
     * @param reversedBy the position of its reversal; {@code null} while it stands
     */
    public record Reversible(Fact fact, LocalDate effectiveDate, Long reversedBy) {
        /** What it moved: all it debits to the books in which its first line stands. */
        public Money amount() {
            Book book = fact().lines().list().getFirst().book();
            return Money.sumOrMost(fact().lines().list().stream()
                    .filter(line -> line.book() == book && line.side() == Side.D)
                    .map(Line::amount)
                    .toList());
        }

        /** The division whose books it stands in. */
        public DivisionCode division() {
            return fact().lines().list().getFirst().division();
        }
    }

    /** A payment, and the one that drew on the same before it. */
    private record Draw(PaymentId payment, Draw before) {}

    private record Cash(DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    /** A byte says which of these it is, so there may be 256. */
    private static final List<String> NAMES =
            FactTypes.all().stream().map(FactType::name).distinct().toList();

    private static final Map<Class<? extends Fact>, Byte> INDEX = FactTypes.all().stream()
            .collect(Collectors.toMap(FactType::record, type -> (byte) NAMES.indexOf(type.name())));

    private final Journal journal;
    private final Table<Long, Reversible> reversibles;
    private final Table<Object, Draw> lastDraws;
    /** The index in {@link #NAMES} of the fact at each position. */
    private byte[] kinds = new byte[1024];

    private int size;

    Reversals(Journal journal) {
        this.journal = journal;
        this.reversibles = new Table<>(journal);
        this.lastDraws = new Table<>(journal);
    }

    /** The type of the fact at a position, or {@code null} when the log does not reach so far. */
    public String typeAt(long position) {
        return position < 0 || position >= size ? null : NAMES.get(kinds[Math.toIntExact(position)] & 0xff);
    }

    /** The fact at a position, or {@code null} when its kind is never reversed. */
    public Reversible at(long position) {
        return reversibles.get(position);
    }

    /** The payments approved out of the allotment, the last one first. */
    public Stream<PaymentId> drawnOn(AllotmentId allotment) {
        return draws(allotment);
    }

    /** The payments made out of cash of the source, the last one first. */
    public Stream<PaymentId> drawnOn(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return draws(new Cash(division, budgetYear, fundSource));
    }

    /** The payments made out of the bank account, the last one first. */
    public Stream<PaymentId> drawnOn(BankAccountId bankAccount) {
        return draws(bankAccount);
    }

    private Stream<PaymentId> draws(Object on) {
        return Stream.iterate(lastDraws.get(on), Objects::nonNull, Draw::before).map(Draw::payment).distinct();
    }

    void fold(Entry entry) {
        count(entry);
        switch (entry.fact()) {
            case FundReceived receipt -> mayBeReversed(entry);
            case BudgetAllotted allotment -> mayBeReversed(entry);
            case AdvancePaid advance -> {
                mayBeReversed(entry);
                for (Line line : advance.lines()) {
                    if (line.account() == Account.TREASURY_CASH) {
                        draw(new Cash(line.division(), line.budgetYear(), line.fundSource()), advance.payment());
                        draw(line.bankAccount(), advance.payment());
                    }
                }
            }
            case DisbursementBatchApprovedRows batch -> batch.rows().forEach(row -> draw(row.allotment(), row.payment()));
            case EntryReversed reversal -> {
                Reversible undone = at(reversal.reverses());
                reversibles.put(reversal.reverses(),
                        new Reversible(undone.fact(), undone.effectiveDate(), entry.position()));
            }
            default -> { }
        }
    }

    private void mayBeReversed(Entry entry) {
        reversibles.put(entry.position(), new Reversible(entry.fact(), entry.envelope().effectiveDate(), null));
    }

    private void draw(Object on, PaymentId payment) {
        lastDraws.put(on, new Draw(payment, lastDraws.get(on)));
    }

    private void count(Entry entry) {
        int before = size;
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        kinds[size++] = INDEX.get(entry.fact().getClass());
        journal.changed(() -> size = before);
    }
}
