package fundtrail.command.restorefundsource;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/**
 * Gives recovered money back to the sources that had paid, each to where its rule says.
 *
 * @param bankAccount     the account in which it is held: the recovery account, or the treasury's, of what was offset
 * @param treasuryAccount where money comes to that stays in the treasury; absent when none does
 * @param reserveAccount  where the risk reserve's comes to; absent when none does
 */
public record RestoreFundSource(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ClawbackId clawback,
        BankAccountId bankAccount,
        @MayBeAbsent BankAccountId treasuryAccount,
        @MayBeAbsent BankAccountId reserveAccount,
        Money amount)
        implements Command {}
