package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.fact.*;
import fundtrail.contract.id.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What is known at the head: every fact decided so far, durable or on its way, folded once. Only the lane changes it. */
public final class Known {
    /** A payee account, the day it was recorded on, and whether it is closed. */
    public record PayeeAccount(PayeeAccountRegistered account, LocalDate recordedOn, boolean closed) {}

    private static final String ONLY = "only";

    private final Memory memory = new Memory();

    private final Table<String, LedgerOpened> opened = new Table<>(memory, "ledger", Form.TEXT, Form.json(LedgerOpened.class));
    private final Table<String, Boolean> rehearsalClock = new Table<>(memory, "rehearsalClock", Form.TEXT, Form.json(Boolean.class));
    private final People people = new People(memory);
    private final Delegations delegations = new Delegations(memory);
    private final Rules rules = new Rules(memory);
    private final Proposals proposals = new Proposals(memory);
    private final Wishes wishes = new Wishes(memory);
    private final Institutions institutions = new Institutions(memory);
    private final Table<FundSourceCode, FundSourceRegistered> fundSources =
            new Table<>(memory, "fundSources", Forms.FUND_SOURCE, Form.json(FundSourceRegistered.class));
    private final BankAccounts bankAccounts = new BankAccounts(memory);
    private final Table<AllotmentId, Allotment> allotments = new Table<>(memory, "allotments", Forms.ALLOTMENT, Allotment.FORM);
    private final Fingerprints bankRefs = new Fingerprints(memory, "bankRefs", 1);
    private final BudgetLines budgetLines = new BudgetLines(memory);
    private final Balances balances = new Balances(memory);
    private final Shapes shapes = new Shapes(memory);
    private final Payments payments = new Payments(memory, shapes);
    private final RiskReserve riskReserve = new RiskReserve(memory, fundSources, allotments, bankRefs);
    private final Reversals reversals = new Reversals(memory, shapes, payments, allotments, riskReserve);
    private final Ceilings ceilings = new Ceilings(memory, payments, allotments);
    private final TaskRates taskRates = new TaskRates(memory);
    private final Holds holds = new Holds(memory);
    private final Years years = new Years(memory, balances, allotments, riskReserve);
    private final Transfers transfers = new Transfers(memory, bankRefs);
    private final Beginnings beginnings = new Beginnings(memory);
    private final Periods periods = new Periods(memory, years, payments);
    private final Statements statements = new Statements(memory);
    private final Communities communities = new Communities(memory);
    private final Purchases purchases = new Purchases(memory, bankRefs);
    private final Recoveries recoveries = new Recoveries(memory, bankRefs, allotments, payments, purchases, this::dateOf);
    private final Mergers mergers = new Mergers(memory, allotments, balances, ceilings, years, riskReserve, purchases, recoveries);
    /** Families of facts that are nobody else's business. */
    private final List<Room> rooms = List.of(new PaymentFacts(payments, reversals, bankRefs), new AuthorityFacts(allotments, bankRefs),
            transfers, rules, budgetLines, years, taskRates, riskReserve, periods, statements, people, institutions, mergers, communities,
            delegations, holds, purchases, recoveries);
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

    public Delegations delegations() {
        return delegations;
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

    public Institutions institutions() {
        return institutions;
    }

    /** The division an institution lies in, or {@code null} when there is no such institution. */
    public DivisionCode divisionOf(InstitutionId institution) {
        return institutions.has(institution) ? institutions.get(institution).division() : null;
    }

    public Communities communities() {
        return communities;
    }

    public Mergers mergers() {
        return mergers;
    }

    public Table<FundSourceCode, FundSourceRegistered> fundSources() {
        return fundSources;
    }

    public Table<BankAccountId, TreasuryAccountRegistered> treasuryAccounts() {
        return bankAccounts.treasury();
    }

    /** The division whose bank account it is, or {@code null} when there is none. */
    public DivisionCode divisionOf(BankAccountId account) {
        return bankAccounts.treasury().has(account) ? bankAccounts.treasury().get(account).division() : null;
    }

    public Statements statements() {
        return statements;
    }

    public Table<PayeeAccountId, PayeeAccount> payeeAccounts() {
        return bankAccounts.payees();
    }

    /** The payee accounts ever registered for an institution, open and closed, in the order of their registration. */
    public List<PayeeAccount> payeeAccountsOf(InstitutionId institution) {
        return bankAccounts.of(institution);
    }

    /** The treasury account or open payee account with this number, spaces and hyphens aside; or {@code null}. */
    public String accountWith(String number) {
        return bankAccounts.with(number);
    }

    public Table<AllotmentId, Allotment> allotments() {
        return allotments;
    }

    /** The position at which a bank reference was used, or {@code null}. */
    public Long usedBankRef(String bankRef) {
        return bankRefs.has(Fingerprint.of(bankRef)) ? (Long) bankRefs.get(Fingerprint.of(bankRef))[0] : null;
    }

    public BudgetLines budgetLines() {
        return budgetLines;
    }

    public Transfers transfers() {
        return transfers;
    }

    public Beginnings beginnings() {
        return beginnings;
    }

    public Reversals reversals() {
        return reversals;
    }

    public Balances balances() {
        return balances;
    }

    public Payments payments() {
        return payments;
    }

    public Ceilings ceilings() {
        return ceilings;
    }

    public TaskRates taskRates() {
        return taskRates;
    }

    public RiskReserve riskReserve() {
        return riskReserve;
    }

    public Holds holds() {
        return holds;
    }

    public Years years() {
        return years;
    }

    public Periods periods() {
        return periods;
    }

    public Purchases purchases() {
        return purchases;
    }

    public Recoveries recoveries() {
        return recoveries;
    }

    /** Folds one entry; called once for each, in order of position. It may have to be taken back. */
    public void fold(Entry entry) {
        memory.at(entry.position());
        take(entry);
    }

    /** Folds one entry that is durable, and will not be taken back. */
    public void foldDurable(Entry entry) {
        memory.atDurable();
        take(entry);
    }

    private void take(Entry entry) {
        Envelope envelope = entry.envelope();
        if (envelope.clock() != null && !isOnRehearsalClock()) {
            rehearsalClock.put(ONLY, true);
        }
        wishes.fold(envelope, entry.position());
        balances.fold(entry.fact().lines());
        beginnings.fold(entry);
        periods.post(entry);
        statements.post(entry);
        reversals.fold(entry);
        ceilings.fold(entry);
        recoveries.post(entry);
        transfers.post(entry);
        switch (entry.fact()) {
            case LedgerOpened fact -> opened.put(ONLY, fact);
            case ProposalSubmittedRows _, AuditExtractIssued _ -> { }
            case ProposalSubmitted fact -> proposals.fold(fact, entry, dateOf(entry.recordedAt()));
            case ProposalChecked fact -> proposals.fold(fact, entry);
            case ProposalApproved fact -> proposals.fold(fact);
            case ProposalReturned fact -> proposals.fold(fact);
            case ProposalWithdrawn fact -> proposals.fold(fact);
            case FundSourceRegistered fact -> fundSources.put(fact.fundSource(), fact);
            case TreasuryAccountRegistered fact -> bankAccounts.fold(fact);
            case PayeeAccountRegistered fact -> bankAccounts.fold(fact, dateOf(entry.recordedAt()));
            case PayeeAccountClosed fact -> bankAccounts.fold(fact);
            case EntryReversed fact -> reverse(fact);
            case CommandRefused fact -> wishes.fold(fact, entry);
            default -> takeToItsRoom(entry);
        }
    }

    private void takeToItsRoom(Entry entry) {
        if (rooms.stream().noneMatch(room -> room.fold(entry))) {
            throw new IllegalStateException(entry.envelope().type() + " at position " + entry.position() + " is not folded: add it to Known");
        }
    }

    /** Frees what the reversed fact had taken: a bank reference, a row's turn to be paid. */
    private void reverse(EntryReversed fact) {
        if (fact.payment() != null) {
            payments.reversed(reversals.paymentAt(fact.reverses()));
        }
        switch (reversals.typeAt(fact.reverses())) {
            case "FundReceived", "TransferReceived", "MatchingFundsPaid" -> {
                bankRefs.remove(reversals.bankRefAt(fact.reverses()));
                transfers.reversed(fact);
            }
            case "RiskReserveContributed" -> riskReserve.reversed(fact.reverses());
            default -> { }
        }
    }

    /** Takes back every fact from a position on. */
    public void takeBack(long firstPosition) {
        memory.takeBack(firstPosition);
    }

    /** Facts up to this position are durable and will not be taken back. */
    public void settle(long durablePosition) {
        memory.settle(durablePosition);
    }

    /** All that is kept: to be written out and taken in again. */
    public Memory memory() {
        return memory;
    }

    /** The position of the next fact: 0, or one past the last that was folded. */
    public long next() {
        return reversals.next();
    }
}
