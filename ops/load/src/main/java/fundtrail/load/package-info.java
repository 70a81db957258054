/** Load on a ledger: measured ({@code bench}) or checked while it loads ({@code hammer}). */
package fundtrail.load;
