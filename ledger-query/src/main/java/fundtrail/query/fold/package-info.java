/**
 * From facts to what is read: pure folds, each from one fact and what was known before it. They read no clock, draw no
 * number and know no database, so the live side, a rebuild and a replay give the same.
 */
package fundtrail.query.fold;
