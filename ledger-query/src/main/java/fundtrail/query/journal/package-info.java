/** The ledger as plain-text journals that other people's accounting programs add up again. Knows no database. */
package fundtrail.query.journal;
