/**
 * The sealer: makes tiles of the facts' leaf hashes, signs checkpoints, offers them to witnesses. A process of its own, beside
 * the lane and not in it; of facts it reads the first, for the log's name.
 */
package fundtrail.seal;
