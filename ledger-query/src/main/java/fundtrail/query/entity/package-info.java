/**
 * What the ledger speaks of, each as it stands after a fact: what is stored of it, and what is shown. Amounts that follow
 * from lines are not here; they are added up from the lines, at any two dates.
 */
package fundtrail.query.entity;
