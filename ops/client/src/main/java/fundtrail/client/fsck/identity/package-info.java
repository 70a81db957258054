/**
 * The identities that hold after every fact: balances as the lines give them, held against what the facts say by the amounts
 * they name. Amounts and lines are folded apart, so that neither is taken for the other; nothing here is used by the ledger.
 */
package fundtrail.client.fsck.identity;
