package fundtrail.people;

/**
 * A row as the reading side meets it (view {@code ledger.signer}).
 *
 * @param person       the reference under which facts know the person
 * @param subjectIndex by which the row is found when its person signs in ({@link PeopleKey#subjectIndex})
 * @param wrappedKey   the row's data key
 * @param signer       name and post
 */
public record SealedSigner(String person, byte[] subjectIndex, byte[] wrappedKey, byte[] signer) {}
