/**
 * Whether a ledger is what it says: everything is worked out again from the stored bytes and compared with what the reads
 * answer. Through the public API alone, with an auditor's token; none of this is used by either side of the ledger.
 */
package fundtrail.client.fsck;
