package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;

/**
 * An allotment as it was made: whose authority, how much, the day it counts from, and the document it rests on. What is
 * left of it is in {@link Balances}.
 *
 * @param purse    all its dimensions: division, budget year, fund source, institution, programme and its own id; no
 *                 programme where the institution is a lower division's bureau
 * @param amount   what it was made with; later moves are not in it
 * @param position of the fact that made it
 */
public record Allotment(
        Purse purse, Classification classification, Money amount, LocalDate effectiveDate, long position, DocumentRef document) {

    private static final Form<Purse> PURSE = Form.json(Purse.class);
    private static final Form<Classification> CLASSIFICATION = Form.json(Classification.class);
    private static final Form<DocumentRef> DOCUMENT = Form.json(DocumentRef.class);

    static final Form<Allotment> FORM = Form.of((out, allotment) -> {
        PURSE.write(out, allotment.purse());
        CLASSIFICATION.write(out, allotment.classification());
        out.writeLong(allotment.amount().fen());
        Form.day(out, allotment.effectiveDate());
        out.writeLong(allotment.position());
        out.writeBoolean(allotment.document() != null);
        if (allotment.document() != null) {
            DOCUMENT.write(out, allotment.document());
        }
    }, in -> new Allotment(PURSE.read(in), CLASSIFICATION.read(in), Money.ofFen(in.readLong()), in.day(), in.readLong(),
            in.readBoolean() ? DOCUMENT.read(in) : null));

    /** An allotment as the fact made it: its purse is that of its line, which has no programme where a bureau's money is passed down. */
    static Allotment of(BudgetAllotted fact, Entry entry) {
        return of(purse(lineOf(fact.lines(), fact.allotment())), fact.classification(), fact.amount(), entry);
    }

    /** An allotment that the fact of this entry made. */
    static Allotment of(Purse purse, Classification classification, Money amount, Entry entry) {
        return new Allotment(
                purse, classification, amount, entry.envelope().effectiveDate(), entry.position(), entry.envelope().document());
    }

    /** The same, of an institution's legal successor. */
    Allotment of(InstitutionId successor) {
        return new Allotment(purse.of(successor, purse.programme()), classification, amount, effectiveDate, position, document);
    }

    /** Whether it is authority of that division, budget year and source. */
    public boolean isOf(DivisionCode division, int budgetYear, FundSourceCode fundSource) {
        return purse.division().equals(division) && purse.budgetYear() == budgetYear && purse.fundSource().equals(fundSource);
    }

    /** The allotments a division begins with. */
    static List<Allotment> in(OpeningBalanceRecordedRows fact, Entry entry) {
        return fact.rows().stream()
                .filter(row -> row.allotment() != null)
                .map(row -> of(purse(lineOf(fact.lines(), row.allotment())), row.classification(), row.amount(), entry))
                .toList();
    }

    private static Line lineOf(Lines lines, AllotmentId allotment) {
        return lines.list().stream().filter(line -> allotment.equals(line.allotment())).findFirst().orElseThrow();
    }

    private static Purse purse(Line line) {
        return Purse.of(line.division(), line.budgetYear(), line.fundSource())
                .of(line.institution(), line.programme())
                .under(line.allotment());
    }

    public AllotmentId id() {
        return purse.allotment();
    }

    public DivisionCode division() {
        return purse.division();
    }

    public int budgetYear() {
        return purse.budgetYear();
    }

    public FundSourceCode fundSource() {
        return purse.fundSource();
    }

    public InstitutionId institution() {
        return purse.institution();
    }

    public ProgrammeCode programme() {
        return purse.programme();
    }

    /** Its authority: division, budget year, source, institution and programme. */
    public Purse authority() {
        return owed(null);
    }

    /** Whose obligation a payment out of it meets that rests on that: of the year settled, where it names one. */
    public Purse owed(PaymentBasis basis) {
        int year = basis == null || basis.settledYear() == null ? budgetYear() : basis.settledYear();
        return Purse.of(division(), year, fundSource()).of(institution(), programme());
    }
}
