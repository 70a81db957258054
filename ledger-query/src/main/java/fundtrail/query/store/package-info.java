/**
 * Where folded rows are kept: in PostgreSQL, or in memory for a replay. Both only add, and both give the same rows.
 */
package fundtrail.query.store;
