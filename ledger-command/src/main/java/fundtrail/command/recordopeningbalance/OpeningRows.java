package fundtrail.command.recordopeningbalance;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_MISMATCH;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_TWICE;
import static fundtrail.command.decide.RefusalCode.BUDGET_YEAR_FAR;
import static fundtrail.command.decide.RefusalCode.CLASS_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.OPENING_OVERSPENT;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_RESERVE;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.ExpenditureClasses;
import fundtrail.command.known.Known;
import fundtrail.command.known.Years;
import fundtrail.contract.Account;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.HashMap;
import java.util.Map;

/** Judges the rows of opening balances, each for itself and against those before it. */
final class OpeningRows {
    private record Same(
            Account account, int budgetYear, FundSourceCode fundSource, InstitutionId institution, ProgrammeCode programme,
            BankAccountId bankAccount) {}

    private final DivisionCode division;
    private final Moment moment;
    private final Known known;
    private final Map<Object, Integer> before = new HashMap<>();

    OpeningRows(DivisionCode division, Moment moment, Known known) {
        this.division = division;
        this.moment = moment;
        this.known = known;
    }

    /** The first fault of the row in the order of refusals, or {@code null}. */
    RowFault fault(Row row) {
        if (row.budgetYear() < Years.first(moment.effectiveDate()) || row.budgetYear() > Years.last(moment.effectiveDate())) {
            return at(row, "budgetYear", refused(BUDGET_YEAR_FAR, row.budgetYear())
                    .with("first", Years.first(moment.effectiveDate()))
                    .with("last", Years.last(moment.effectiveDate()))
                    .with("date", moment.effectiveDate()));
        }
        if (!row.amount().isPositive()) {
            return at(row, "amount", refused(AMOUNT_NOT_POSITIVE, row.account()).with("amount", row.amount()));
        }
        if (row.allotment() != null && known.allotments().has(row.allotment())) {
            return at(row, "allotment", refused(ALREADY_EXISTS, row.allotment()));
        }
        if (row.institution() != null && !known.institutions().has(row.institution())) {
            return at(row, "institution", refused(INSTITUTION_UNKNOWN, row.institution()));
        }
        if (!known.fundSources().has(row.fundSource())) {
            return at(row, "fundSource", refused(FUND_SOURCE_UNKNOWN, row.fundSource()));
        }
        if (row.programme() != null && !known.rules().hasProgramme(row.programme(), moment.effectiveDate())) {
            return at(row, "programme", refused(PROGRAMME_UNKNOWN, row.programme()).with("date", moment.effectiveDate()));
        }
        String unclassed = row.classification() == null ? null : ExpenditureClasses.unknown(row.classification());
        if (unclassed != null) {
            return at(row, "classification", refused(CLASS_UNKNOWN, unclassed));
        }
        if (row.bankAccount() != null && !known.treasuryAccounts().has(row.bankAccount())) {
            return at(row, "bankAccount", refused(TREASURY_ACCOUNT_UNKNOWN, row.bankAccount()));
        }
        return faultOfKnown(row);
    }

    private RowFault faultOfKnown(Row row) {
        if (row.account() == Account.RESERVE_CASH && known.fundSources().get(row.fundSource()).level() != Level.RISK_RESERVE) {
            return at(row, "fundSource", refused(SOURCE_NOT_RESERVE, row.fundSource())
                    .with("level", known.fundSources().get(row.fundSource()).level()));
        }
        TreasuryAccountRegistered account = row.bankAccount() == null ? null : known.treasuryAccounts().get(row.bankAccount());
        Use use = row.account() == Account.RESERVE_CASH ? Use.RESERVE : Use.TREASURY;
        if (account != null && (!account.division().equals(division) || account.use() != use)) {
            return at(row, "bankAccount", refused(ACCOUNT_MISMATCH, row.bankAccount())
                    .with("division", account.division())
                    .with("use", account.use()));
        }
        InstitutionId successor = row.institution() == null ? null : known.mergers().successorOf(row.institution());
        if (successor != null) {
            return at(row, "institution", refused(INSTITUTION_MERGED, row.institution()).with("into", successor));
        }
        Integer first = before.putIfAbsent(row.allotment() != null ? row.allotment() : new Same(row.account(), row.budgetYear(),
                row.fundSource(), row.institution(), row.programme(), row.bankAccount()), row.row());
        if (first != null) {
            return at(row, "row", refused(BALANCE_TWICE, row.row()).with("first", first));
        }
        if (row.expended() != null && (row.expended().isNegative() || !row.amount().covers(row.expended()))) {
            return at(row, "expended", refused(OPENING_OVERSPENT, row.allotment())
                    .with("amount", row.amount())
                    .with("expended", row.expended()));
        }
        return null;
    }

    private static RowFault at(Row row, String field, Refused why) {
        return new RowFault(row.row(), field, why);
    }
}
