package fundtrail.command.importbankstatement;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DATE_IN_FUTURE;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.STATEMENT_DIFFERS;
import static fundtrail.command.decide.RefusalCode.STATEMENT_GAP;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Statements.Last;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.BankStatementImportedRows.Row;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.DivisionCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Statements of an account follow one another without a gap, so that nothing the bank did falls between two of them. */
public final class ImportBankStatementDecision {
    private static final int DECIMALS = 2;

    private ImportBankStatementDecision() {}

    public static Decision decide(ImportBankStatement wish, Moment moment, Known known) {
        if (wish.to().isAfter(moment.today())) {
            return refused(DATE_IN_FUTURE, wish.to()).with("today", moment.today());
        }
        BigInteger total = Stream.concat(Stream.of(wish.opening()), wish.rows().stream().map(Row::amount))
                .map(amount -> BigInteger.valueOf(amount.fen()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (!total.equals(BigInteger.valueOf(wish.closing().fen()))) {
            return refused(STATEMENT_DIFFERS, wish.statement())
                    .with("closing", wish.closing())
                    .with("total", new BigDecimal(total, DECIMALS).toPlainString());
        }
        if (known.statements().has(wish.statement())) {
            return refused(ALREADY_EXISTS, wish.statement());
        }
        if (wish.fileHash() != null && known.statements().ofFile(wish.fileHash()) != null) {
            return refused(NUMBER_USED, wish.fileHash()).with("by", known.statements().ofFile(wish.fileHash()));
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Last last = known.statements().last(wish.bankAccount());
        if (last != null && (!last.closing().equals(wish.opening()) || !last.to().plusDays(1).equals(wish.from()))) {
            return refused(STATEMENT_GAP, wish.statement())
                    .with("last", last.statement())
                    .with("from", last.to().plusDays(1))
                    .with("opening", last.closing());
        }
        return new Accepted(facts(wish, account.division()));
    }

    private static List<Fact> facts(ImportBankStatement wish, DivisionCode division) {
        List<Fact> facts = new ArrayList<>();
        for (List<Row> part : Parts.of(wish.rows(), row -> Json.canonical(row).length)) {
            facts.add(new BankStatementImportedRows(wish.statement(), wish.bankAccount(), division, facts.size() + 1, part));
        }
        facts.add(new BankStatementImported(wish.statement(), wish.bankAccount(), division, wish.from(), wish.to(), wish.opening(),
                wish.closing(), facts.size(), wish.rows().size(), Digest.sha256(Json.canonical(wish.rows())), wish.fileHash()));
        return facts;
    }

    /** The division whose account it is; {@code null} when there is no such account. */
    public static DivisionCode division(ImportBankStatement wish, Known known) {
        return known.divisionOf(wish.bankAccount());
    }
}
