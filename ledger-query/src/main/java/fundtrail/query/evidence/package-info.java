/** Facts as stored bytes with their proofs, in one file that verifies offline. Knows no database. */
package fundtrail.query.evidence;
