package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;

/**
 * A bank's statement of an account.
 *
 * @param from     the first day it covers
 * @param to       the last day it covers
 * @param fileHash absent where its rows came without a file
 */
public record BankStatement(
        StatementId statement,
        BankAccountId bankAccount,
        DivisionCode division,
        LocalDate from,
        LocalDate to,
        Money opening,
        Money closing,
        int rowCount,
        String rowsHash,
        @MayBeAbsent String fileHash) {}
