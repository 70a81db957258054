package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.decide.Command;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Clawbacks.Term;
import fundtrail.command.known.Known;
import fundtrail.command.memory.RowIn;
import fundtrail.command.opencase.OpenCase;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.command.recordrecovery.RecordRecovery;
import fundtrail.command.restorefundsource.RestoreFundSource;
import fundtrail.command.waiveappeal.WaiveAppeal;
import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ReportId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A suspected claim on its way: flagged, inquired into, clawed back, recovered and restored, by the commands themselves. */
public final class ClaimedBack {
    public static final CaseId CASE = new CaseId("CASE-1");
    public static final ClawbackId CB = new ClawbackId("CB-1");
    public static final BankAccountId CH = new BankAccountId("CH");
    public static final BankAccountId CR = new BankAccountId("CR");

    private ClaimedBack() {}

    /** The accounts for recovered money and for the risk reserve. */
    public static Fact[] accounts() {
        return new Fact[] {
            new TreasuryAccountRegistered(CH, DIVISION, Use.RECOVERY, "澄湖县财政局追缴款", "9900000000000002", "虚构银行澄湖支行"),
            new TreasuryAccountRegistered(CR, DIVISION, Use.RESERVE, "澄湖县财政局风险金", "9900000000000003", "虚构银行澄湖支行")
        };
    }

    /** A source whose money goes there once its year is closed. */
    public static FundSourceRegistered source(String code, Level level, RestitutionTarget closed) {
        return new FundSourceRegistered(new FundSourceCode(code), code + "资金", "Source " + code, level, "111", null, false,
                RestitutionTarget.ALLOTMENT, closed, null);
    }

    /** The wish is carried out; its first fact. */
    public static Fact does(Given ledger, Command wish) {
        List<Fact> facts = ledger.when(wish).facts();
        facts.forEach(ledger::and);
        return facts.getFirst();
    }

    /** Claims of reported work are flagged, and a case is opened on them. */
    public static void inquired(Given ledger, String... claims) {
        for (String claim : claims) {
            does(ledger, new FlagClaim(null, new ClaimId(claim), null, FraudType.FALSE_CLAIM, "无服务记录", null));
        }
        does(ledger, new OpenCase(null, CASE, "虚报工作量", Stream.of(claims).map(ClaimId::new).toList()));
    }

    /** All that is outstanding of {@link #CB} is demanded. */
    public static void demanded(Given ledger) {
        Clawbacks all = ledger.known().recoveries().clawbacks();
        does(ledger, new IssueRecoveryDemand(null, DOCUMENT, CB, Money.sum(all.outstanding(all.of(CB)).values()), DAY.plusDays(800)));
    }

    /** The claw-back {@link #CB} from the institution, of one claim of the sample's year, and its demand: {@code "CEN 30.00 CTY 10.00"}. */
    public static Fact[] determined(InstitutionId institution, String bySource) {
        ClaimId claim = new ClaimId("claim-1");
        String[] words = bySource.split(" ");
        List<DeterminedOfSource> sources = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            FundSourceCode source = new FundSourceCode(words[i]);
            sources.add(new DeterminedOfSource(source, yuan(words[i + 1]), Account.RECOVERY_OF_EXPENSE));
            lines.addAll(ClawbackPostings.determined(Purse.of(DIVISION, YEAR, source).of(institution, BPH).forClawback(CB),
                    Account.RECOVERY_OF_EXPENSE, yuan(words[i + 1])));
        }
        Money amount = Money.sum(sources.stream().map(DeterminedOfSource::amount).toList());
        return new Fact[] {
            new ClaimFlagged(claim, DIVISION, institution, BPH, YEAR, new ReportId("V-1"), null, FraudType.FALSE_CLAIM, "无服务记录", null, null),
            new CaseOpened(CASE, DIVISION, institution, null, null, "虚报工作量", List.of(claim), null),
            new ClawbackDetermined(CB, CASE, DIVISION, institution, BPH, YEAR, amount, List.of(new DeterminedClaim(claim, amount, amount)), sources,
                    DAY.plusDays(30), new Lines(lines)),
            new RecoveryDemandIssued(CB, DIVISION, institution, amount, DAY.plusDays(30))
        };
    }

    /** {@code "C.3 99830.95 C.4 30598.23"}. */
    public static List<ClaimAmount> amounts(String claims) {
        String[] words = claims.split(" ");
        List<ClaimAmount> amounts = new ArrayList<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            amounts.add(new ClaimAmount(new ClaimId(words[i]), yuan(words[i + 1])));
        }
        return amounts;
    }

    public static DetermineClawback determination(String claims) {
        return new DetermineClawback(null, DOCUMENT, CB, CASE, amounts(claims), DAY.plusDays(800));
    }

    public static RecordRecovery recovery(String amount, String bankRef) {
        return new RecordRecovery(null, CB, CH, bankRef, yuan(amount));
    }

    public static RestoreFundSource restitution(String amount) {
        return new RestoreFundSource(null, DOCUMENT, CB, CH, CT, CR, yuan(amount));
    }

    public static WaiveAppeal waiver(InstitutionId institution) {
        return new WaiveAppeal(null, institution, CB);
    }

    /** The budget year is closed. */
    public static YearClosed closed(int year) {
        return new YearClosed(DIVISION, year, 0, 0, "0".repeat(64), List.of());
    }

    /** Each line as account, source and amount as a debit. */
    public static List<String> lines(Fact fact) {
        return fact.lines().list().stream().map(line -> line.account() + " " + line.fundSource() + " " + line.signed()).toList();
    }

    /** What a snapshot keeps of it. */
    public static Known writtenAndRead(Known known) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        known.memory().write(new DataOutputStream(bytes));
        Known again = new Known();
        again.memory().read(new RowIn(new ByteArrayInputStream(bytes.toByteArray())));
        return again;
    }

    /** Claw-back by claw-back and source, the two sums that always hold; every term at least zero. */
    public static void holds(Known known, Clawback clawback) {
        Clawbacks all = known.recoveries().clawbacks();
        for (DeterminedOfSource one : clawback.bySource()) {
            FundSourceCode source = one.fundSource();
            for (Term term : Term.values()) {
                assertTrue(!all.amount(clawback, source, term).isNegative(), source + " " + term);
            }
            Money outstanding = all.outstanding(clawback).get(source);
            assertTrue(!outstanding.isNegative(), source + " outstanding");
            assertEquals(all.amount(clawback, source, Term.DETERMINED).plus(all.amount(clawback, source, Term.REFUND_GRANTED)),
                    Money.sum(List.of(all.amount(clawback, source, Term.RECOVERED), all.amount(clawback, source, Term.OFFSET),
                            all.amount(clawback, source, Term.REDUCED), all.amount(clawback, source, Term.WRITTEN_OFF), outstanding)));
            Purse purse = Purse.of(clawback.division(), clawback.year().budgetYear(), source);
            assertEquals(all.amount(clawback, source, Term.RECOVERED).plus(all.amount(clawback, source, Term.OFFSET)),
                    Money.sum(List.of(all.amount(clawback, source, Term.RESTORED), all.amount(clawback, source, Term.REFUNDED),
                            known.balances().fund(Account.RECOVERY_HOLDING, purse.in(CH)),
                            known.balances().fund(Account.RECOVERY_HOLDING, purse.in(CT)))));
            assertEquals(outstanding, known.balances().fund(Account.CLAWBACK_RECEIVABLE,
                    purse.of(clawback.institution(), clawback.year().programme())));
        }
    }
}
