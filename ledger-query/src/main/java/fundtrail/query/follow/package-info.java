/**
 * Follows the ledger's feed, and works each fact in exactly once. Nothing here knows what a fact says.
 *
 * <p>The feed is a view of the writing side; a notification only wakes. The follower's place lies in the reading side's
 * own database and moves in the transaction that works a batch in.
 */
package fundtrail.query.follow;
