/** What is taken out of the ledger: put on record by the writing side first, then handed out. */
package fundtrail.query.extract;
