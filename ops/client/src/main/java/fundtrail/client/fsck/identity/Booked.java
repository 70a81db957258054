package fundtrail.client.fsck.identity;

import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.PRIOR_YEAR_ADJUSTMENT;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.RECOVERY_OF_EXPENSE;
import static fundtrail.contract.Account.SUBSIDY_EXPENSE;
import static fundtrail.contract.Account.TRANSFER_FROM_RESERVE;

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.fact.ChargeWaived;
import fundtrail.contract.fact.YearClosedRows;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Balances as the lines give them, a debit positive. A year's close does not count for what flowed in and out of it. */
final class Booked {
    private static final Set<Account> EXPENSE = EnumSet.of(PROGRAM_EXPENSE, SUBSIDY_EXPENSE, RECOVERY_OF_EXPENSE, PRIOR_YEAR_ADJUSTMENT);

    /** Each by the dimensions its identity has. */
    private final Map<Account, Sums> accounts = new EnumMap<>(Account.class);
    /** Of an institution by source and programme, whatever the account. */
    final Sums expense;
    /** What stands between the bureau and an institution: expense, advances, what is owed either way, what was given up. */
    final Sums withInstitutions;
    /** By source, of what has no institution: what the reserve gave, as its draws say. */
    final Sums drawn;
    final Sums cashOfSource;
    final Sums heldOfSource;
    final Sums heldOfClawback;
    final Sums inBank;
    final Sums reserveFund;
    final Sums receivedOfTranche;
    final Sums passedDownOfTranche;
    /** By account, division and budget year, of flows as they stand now. */
    final Sums standing;
    final Sums fundBalance;
    /** Of an institution, by account, under the name the lines have. */
    final Sums named;

    Booked(Sums.Kept kept) {
        for (Account account : Account.values()) {
            accounts.put(account, kept.ofLegalPersons());
        }
        expense = kept.ofLegalPersons();
        withInstitutions = kept.ofLegalPersons();
        drawn = kept.sums();
        cashOfSource = kept.sums();
        heldOfSource = kept.sums();
        heldOfClawback = kept.sums();
        inBank = kept.sums();
        reserveFund = kept.sums();
        receivedOfTranche = kept.sums();
        passedDownOfTranche = kept.sums();
        standing = kept.sums();
        fundBalance = kept.sums();
        named = kept.sums();
    }

    Sums of(Account account) {
        return accounts.get(account);
    }

    void fold(Fact fact, List<Line> lines) {
        for (Line line : lines) {
            long debit = line.signed().fen();
            if (line.account().isFlow()) {
                standing.add(Key.owner(line).with(line.account()), debit);
            }
            if (line.account() == FUND_BALANCE) {
                fundBalance.add(Key.source(line), debit);
            }
            if (line.institution() != null && !line.account().isFlow()) {
                named.add(Key.of(line.division()).of(line.institution(), null).with(line.account()), debit);
            }
            if (!(fact instanceof YearClosedRows)) {
                accounts.get(line.account()).add(key(line), debit);
                fold(fact, line, debit);
            }
        }
    }

    private static Key key(Line line) {
        return switch (line.account()) {
            case TREASURY_CASH, RESERVE_CASH, RECOVERY_HOLDING -> Key.source(line).with(line.bankAccount());
            case ALLOTTED, RESERVED, EXPENDED, WITHDRAWN -> Key.source(line).with(line.allotment());
            case CLAWBACK_RECEIVABLE, REFUND_DUE, WRITE_OFF -> Key.owner(line).with(line.clawback());
            default -> Key.owner(line);
        };
    }

    private void fold(Fact fact, Line line, long debit) {
        Key source = Key.source(line);
        switch (line.account()) {
            case TREASURY_CASH -> cashOfSource.add(source, debit);
            case RECOVERY_HOLDING -> {
                heldOfSource.add(source, debit);
                heldOfClawback.add(source.with(line.clawback()), debit);
            }
            case RISK_RESERVE -> reserveFund.add(Key.of(line.division()), -debit);
            case INFLOW -> ofTranche(receivedOfTranche, line, -debit);
            case TRANSFER_TO_LOWER -> ofTranche(passedDownOfTranche, line, debit);
            case ADVANCES, SETTLEMENT_RECEIVABLE, SETTLEMENT_PAYABLE, CLAWBACK_RECEIVABLE, REFUND_DUE, WRITE_OFF ->
                withInstitutions.add(Key.owner(line), debit);
            default -> { }
        }
        if (line.account().isCash()) {
            inBank.add(Key.of(line.division()).with(line.bankAccount()), debit);
        }
        if (EXPENSE.contains(line.account()) && line.institution() != null) {
            expense.add(Key.owner(line), debit);
            withInstitutions.add(Key.owner(line), debit);
        }
        if (line.account() == TRANSFER_FROM_RESERVE || line.account() == PRIOR_YEAR_ADJUSTMENT && line.institution() == null
                && !(fact instanceof ChargeWaived)) {
            drawn.add(source, -debit);
        }
    }

    private static void ofTranche(Sums sums, Line line, long amount) {
        if (line.tranche() != null) {
            sums.add(Key.of(line.division()).of(line.fundSource()).with(line.tranche()), amount);
        }
    }
}
