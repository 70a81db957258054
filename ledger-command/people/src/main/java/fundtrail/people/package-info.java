/**
 * The people registry's seals (人员库加密): a person's row holds no plain text. Each row has a data key of its own, which
 * the installation's key wraps; with the data key destroyed, what it sealed is gone wherever a copy of it lies.
 *
 * <p>Used by both sides: the writing side seals whole rows, the reading side opens what it may know of a signer.
 * {@link fundtrail.people.PeopleKey} is the way in. JDK alone.
 */
package fundtrail.people;
