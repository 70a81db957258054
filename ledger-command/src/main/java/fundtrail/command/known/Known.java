package fundtrail.command.known;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.*;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger knows at the head: every fact decided so far, committed or on its way, folded once. Decisions read
 * it; only the lane changes it.
 */
public final class Known {
    /** A payee account, the day it was recorded on, and whether it is closed. */
    public record PayeeAccount(PayeeAccountRegistered account, LocalDate recordedOn, boolean closed) {}

    /** An allotment, the day it counts from, and the document it rests on. */
    public record Allotment(BudgetAllotted fact, LocalDate effectiveDate, long position, DocumentRef document) {}

    /** A fact that may be reversed. */
    public record Reversible(Fact fact, LocalDate effectiveDate, boolean reversed) {}

    private static final String ONLY = "only";

    private final Journal journal = new Journal();

    private final Table<String, LedgerOpened> opened = new Table<>(journal);
    private final Table<String, Boolean> rehearsalClock = new Table<>(journal);
    private final People people = new People(journal);
    private final Rules rules = new Rules(journal);
    private final Proposals proposals = new Proposals(journal);
    private final Wishes wishes = new Wishes(journal);
    private final Table<InstitutionId, InstitutionRegistered> institutions = new Table<>(journal);
    private final Table<String, InstitutionId> creditCodes = new Table<>(journal);
    private final Table<FundSourceCode, FundSourceRegistered> fundSources = new Table<>(journal);
    private final Table<BankAccountId, TreasuryAccountRegistered> treasuryAccounts = new Table<>(journal);
    private final Table<PayeeAccountId, PayeeAccount> payeeAccounts = new Table<>(journal);
    private final Table<InstitutionId, List<PayeeAccountId>> accountsOf = new Table<>(journal);
    private final Table<AllotmentId, Allotment> allotments = new Table<>(journal);
    private final Table<String, Long> bankRefs = new Table<>(journal);
    private final Table<String, Long> documentLines = new Table<>(journal);
    private final Table<Long, Reversible> reversibles = new Table<>(journal);
    private final Balances balances = new Balances(journal);
    private final Payments payments = new Payments(journal);
    private final Holds holds = new Holds(journal);

    /** Position 0, or {@code null} while the ledger is not opened. */
    public LedgerOpened ledger() {
        return opened.get(ONLY);
    }

    public boolean hasDivision(DivisionCode division) {
        return ledger() != null && ledger().divisions().stream().anyMatch(known -> known.code().equals(division));
    }

    /** Whether a wish has carried a rehearsal clock; from then on time stands still between such wishes. */
    public boolean isOnRehearsalClock() {
        return rehearsalClock.has(ONLY);
    }

    /** The calendar date of an instant in the ledger's zone. */
    public LocalDate dateOf(Instant instant) {
        ZoneId zone = ledger() == null ? ZoneId.of("Asia/Shanghai") : ledger().timeZone();
        return LocalDate.ofInstant(instant, zone);
    }

    public People people() {
        return people;
    }

    public Rules rules() {
        return rules;
    }

    public Proposals proposals() {
        return proposals;
    }

    public Wishes wishes() {
        return wishes;
    }

    public Table<InstitutionId, InstitutionRegistered> institutions() {
        return institutions;
    }

    /** The institution with this credit code, or {@code null}. */
    public InstitutionId institutionWith(String creditCode) {
        return creditCodes.get(creditCode);
    }

    public Table<FundSourceCode, FundSourceRegistered> fundSources() {
        return fundSources;
    }

    public Table<BankAccountId, TreasuryAccountRegistered> treasuryAccounts() {
        return treasuryAccounts;
    }

    public Table<PayeeAccountId, PayeeAccount> payeeAccounts() {
        return payeeAccounts;
    }

    /** The payee accounts ever registered for an institution, open and closed, in the order of their registration. */
    public List<PayeeAccount> payeeAccountsOf(InstitutionId institution) {
        return accountsOf.getOrDefault(institution, List.of()).stream().map(payeeAccounts::get).toList();
    }

    public Table<AllotmentId, Allotment> allotments() {
        return allotments;
    }

    /** The position at which a bank reference was used, or {@code null}. */
    public Long usedBankRef(String bankRef) {
        return bankRefs.get(bankRef);
    }

    /** The position of the budget line this document approved for the programme and source, or {@code null}. */
    public Long usedDocumentLine(String body, String number, BudgetApproved budget, FundSourceCode source) {
        return documentLines.get(documentLine(body, number, budget, source));
    }

    /** The fact at a position, if its kind may be reversed; else {@code null}. */
    public Reversible reversible(long position) {
        return reversibles.get(position);
    }

    public Balances balances() {
        return balances;
    }

    public Payments payments() {
        return payments;
    }

    public Holds holds() {
        return holds;
    }

    /** Folds one entry; called once for each, in order of position. */
    public void fold(Entry entry) {
        journal.at(entry.position());
        Envelope envelope = entry.envelope();
        if (envelope.clock() != null && !isOnRehearsalClock()) {
            rehearsalClock.put(ONLY, true);
        }
        wishes.fold(envelope, entry.position());
        balances.fold(entry.fact().lines());
        switch (entry.fact()) {
            case LedgerOpened fact -> opened.put(ONLY, fact);
            case PersonRegistered fact -> people.fold(fact);
            case RoleGranted fact -> people.fold(fact);
            case RoleRevoked fact -> people.fold(fact);
            case AuthorityMatrixSet fact -> rules.fold(fact);
            case RuleSetPublished fact -> rules.fold(fact);
            case ProposalSubmittedRows fact -> proposals.fold(fact);
            case ProposalSubmitted fact -> proposals.fold(fact, entry);
            case ProposalChecked fact -> proposals.fold(fact, entry);
            case ProposalApproved fact -> proposals.fold(fact);
            case ProposalReturned fact -> proposals.fold(fact);
            case ProposalWithdrawn fact -> proposals.fold(fact);
            case InstitutionRegistered fact -> {
                institutions.put(fact.institution(), fact);
                creditCodes.put(fact.creditCode().value(), fact.institution());
            }
            case FundSourceRegistered fact -> fundSources.put(fact.fundSource(), fact);
            case TreasuryAccountRegistered fact -> treasuryAccounts.put(fact.bankAccount(), fact);
            case PayeeAccountRegistered fact -> {
                payeeAccounts.put(fact.payeeAccount(), new PayeeAccount(fact, dateOf(entry.recordedAt()), false));
                List<PayeeAccountId> accounts = new ArrayList<>(accountsOf.getOrDefault(fact.institution(), List.of()));
                accounts.add(fact.payeeAccount());
                accountsOf.put(fact.institution(), List.copyOf(accounts));
            }
            case PayeeAccountClosed fact -> {
                PayeeAccount account = payeeAccounts.get(fact.payeeAccount());
                payeeAccounts.put(fact.payeeAccount(), new PayeeAccount(account.account(), account.recordedOn(), true));
            }
            case BudgetApproved fact -> fact.sources().forEach(source -> documentLines.put(
                    documentLine(envelope.document().body(), envelope.document().number(), fact, source.fundSource()),
                    entry.position()));
            case BudgetAllotted fact -> {
                allotments.put(fact.allotment(),
                        new Allotment(fact, envelope.effectiveDate(), entry.position(), envelope.document()));
                reversible(entry);
            }
            case FundReceived fact -> {
                bankRefs.put(fact.bankRef(), entry.position());
                reversible(entry);
            }
            case DisbursementBatchApprovedRows fact -> payments.fold(fact, entry);
            case DisbursementBatchApproved fact -> payments.fold(fact, entry);
            case AdvancePaid fact -> {
                payments.fold(fact, entry);
                reversible(entry);
            }
            case ReservationReleased fact -> payments.fold(fact);
            case PaymentConfirmed fact -> {
                bankRefs.put(fact.bankRef(), entry.position());
                payments.fold(fact);
            }
            case PaymentReturned fact -> {
                bankRefs.put(fact.bankRef(), entry.position());
                payments.fold(fact);
            }
            case PaymentHoldPlaced fact -> holds.fold(fact, entry);
            case PaymentHoldReleased fact -> holds.fold(fact);
            case EntryReversed fact -> reverse(fact);
            case CommandRefused fact -> wishes.fold(fact, entry);
            default -> throw new IllegalStateException(
                    entry.envelope().type() + " at position " + entry.position() + " is not folded: add it to Known");
        }
    }

    private void reversible(Entry entry) {
        reversibles.put(entry.position(), new Reversible(entry.fact(), entry.envelope().effectiveDate(), false));
    }

    private void reverse(EntryReversed fact) {
        Reversible undone = reversibles.get(fact.reverses());
        reversibles.put(fact.reverses(), new Reversible(undone.fact(), undone.effectiveDate(), true));
        switch (undone.fact()) {
            case FundReceived receipt -> bankRefs.remove(receipt.bankRef());
            case AdvancePaid advance -> payments.reversed(advance.payment());
            default -> { }
        }
    }

    private static String documentLine(String body, String number, BudgetApproved budget, FundSourceCode source) {
        return String.join("\n", body, number, budget.division().value(), budget.programme().value(), source.value());
    }

    /** Takes back every fact from a position on. */
    public void takeBack(long firstPosition) {
        journal.takeBack(firstPosition);
    }

    /** Facts up to this position are durable and will not be taken back. */
    public void settle(long durablePosition) {
        journal.settle(durablePosition);
    }
}
