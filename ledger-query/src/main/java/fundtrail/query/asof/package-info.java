/**
 * The two clocks of every read: when facts count, and when the ledger learned them. Resolved once, to a date and a
 * position, so that the same two always give the same answer.
 */
package fundtrail.query.asof;
