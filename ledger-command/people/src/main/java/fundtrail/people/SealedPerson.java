package fundtrail.people;

/**
 * A row of the registry, as its table holds it.
 *
 * @param signer      what the reading side meets of it
 * @param numberIndex by which a second person with the same employee number is noticed ({@link PeopleKey#numberIndex})
 * @param rest        employee number, issuer, subject and salt
 */
public record SealedPerson(SealedSigner signer, byte[] numberIndex, byte[] rest) {
    public String person() {
        return signer.person();
    }
}
