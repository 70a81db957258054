/** A witness: a small program that an auditor runs elsewhere, and that remembers how far it saw each log grow. */
package fundtrail.proofs.witness;
