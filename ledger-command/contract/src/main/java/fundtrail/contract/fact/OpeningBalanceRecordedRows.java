package fundtrail.contract.fact;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * Balances a division begins with, in parts that fit an entry, each part with its own lines;
 * {@link OpeningBalanceRecorded} closes them in the same append.
 *
 * @param part from 1
 */
public record OpeningBalanceRecordedRows(DivisionCode division, int part, List<Row> rows, Lines lines) implements Fact {
    /**
     * What stands in an account, by account:
     * <ul>
     * <li>TREASURY_CASH, RESERVE_CASH: the money of a source in a bank account;
     * <li>ADVANCES, SETTLEMENT_RECEIVABLE, SETTLEMENT_PAYABLE: by institution and programme;
     * <li>UNALLOTTED: authority of a source that is not allotted;
     * <li>ALLOTTED: an allotment, made with {@code amount}, of which {@code expended} is spent.
     * </ul>
     *
     * @param row            its number in the list, from 1
     * @param institution    absent on cash and unallotted authority, as the programme is
     * @param bankAccount    on cash and only there
     * @param allotment      of an allotment and only there, as classification and {@code expended} are
     * @param amount         more than zero, on the account's own side
     */
    public record Row(
            int row,
            Account account,
            int budgetYear,
            FundSourceCode fundSource,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent ProgrammeCode programme,
            @MayBeAbsent BankAccountId bankAccount,
            @MayBeAbsent AllotmentId allotment,
            @MayBeAbsent Classification classification,
            Money amount,
            @MayBeAbsent Money expended) {

        private static final Set<Account> KEPT = Set.of(Account.TREASURY_CASH, Account.RESERVE_CASH, Account.ADVANCES,
                Account.SETTLEMENT_RECEIVABLE, Account.SETTLEMENT_PAYABLE, Account.UNALLOTTED, Account.ALLOTTED);

        /** @throws IllegalArgumentException when the account is none of those, or has what is not its own, or lacks what is */
        public Row {
            if (budgetYear < 1949 || budgetYear > 9999) {
                throw new IllegalArgumentException("row " + row + ": budgetYear is " + budgetYear + "; it goes from 1949 to 9999");
            }
            if (account != null && !KEPT.contains(account)) {
                throw new IllegalArgumentException("row " + row + ": no ledger begins with a balance in " + account
                        + "; a row is one of TREASURY_CASH, RESERVE_CASH, ADVANCES, SETTLEMENT_RECEIVABLE, SETTLEMENT_PAYABLE, UNALLOTTED, ALLOTTED");
            }
            if (account != null) {
                boolean ofInstitution = !account.isCash() && account != Account.UNALLOTTED;
                boolean allotted = account == Account.ALLOTTED;
                belongs(row, account, "bankAccount", bankAccount, account.isCash());
                belongs(row, account, "institution", institution, ofInstitution);
                belongs(row, account, "programme", programme, ofInstitution);
                belongs(row, account, "allotment", allotment, allotted);
                belongs(row, account, "classification", classification, allotted);
                belongs(row, account, "expended", expended, allotted);
            }
        }

        private static void belongs(int row, Account account, String what, Object value, boolean there) {
            if ((value != null) != there) {
                throw new IllegalArgumentException("row " + row + ": " + account + (there ? " needs its " : " has no ") + what);
            }
        }
    }

    public OpeningBalanceRecordedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
