/**
 * What the HTTP doors of both sides have in common, whichever server stands behind them: TLS from files that may be
 * renewed, who is behind an address, how often somebody may ask, the headers of every answer, the line every request
 * leaves in the access log.
 *
 * <p>Counts are kept in memory and per process: two reading sides count for themselves, and a restart forgets.
 */
package fundtrail.door;
