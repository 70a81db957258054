/**
 * Bearer tokens (RFC 6750, RFC 7519): who is calling, and since when they are signed in.
 *
 * <p>A token only says who someone is; what that person may do is a fact in the ledger. {@link fundtrail.tokens.TokenCheck}
 * is the one door; {@link fundtrail.tokens.RehearsalIssuer} makes tokens for a rehearsal ledger's made-up people.
 */
package fundtrail.tokens;
