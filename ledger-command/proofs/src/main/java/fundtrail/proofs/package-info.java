/**
 * The log of proofs in the forms other people's software reads: C2SP's signed note, checkpoint, tiles, proof, witness and
 * cosignature, over the hashes of RFC 6962. The JDK alone; of facts it knows that they are bytes.
 */
package fundtrail.proofs;
