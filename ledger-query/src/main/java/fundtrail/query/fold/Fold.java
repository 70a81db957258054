package fundtrail.query.fold;

import fundtrail.contract.Entry;

/**
 * What a fact makes of the entities it is about. Pure: the same fact and the same earlier versions give the same new
 * versions. A fact it does not speak of leaves the outcome empty.
 */
@FunctionalInterface
public interface Fold {
    void fold(Entry entry, Earlier earlier, Outcome outcome);
}
