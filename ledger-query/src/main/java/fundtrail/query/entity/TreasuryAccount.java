package fundtrail.query.entity;

import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;

/** A bank account of the bureau's own. */
public record TreasuryAccount(
        BankAccountId bankAccount, DivisionCode division, Use use, String accountName, String accountNumber, String bank) {}
