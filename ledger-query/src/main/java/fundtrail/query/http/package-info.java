/**
 * What every read has in common: a route, its parameters, an answer with an entity tag, and a problem document where
 * there is no answer. Nothing here knows what is read.
 */
package fundtrail.query.http;
