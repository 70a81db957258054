/**
 * The formulas of a year's entitlements, plans and settlements: pure, exact, from stored inputs alone. Both sides answer
 * by them alike: the writing side when it decides, the reading side when it shows each step or replays a year without
 * some claims. Nothing here knows a store, a clock or a fact.
 */
package fundtrail.contract.formula;
