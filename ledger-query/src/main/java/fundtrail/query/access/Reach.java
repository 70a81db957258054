package fundtrail.query.access;

/** How far a role sees things of a kind. Said in words by the catalogue, {@code reach.*}. */
public enum Reach {
    /** What belongs to the ledger as a whole and to no division. */
    LEDGER,
    /** What belongs to the division the role is held in; never to one above, below or beside it. */
    DIVISION,
    /** What belongs to the institution the role is held at, as beneficiary or payee. */
    INSTITUTION,
    /** What is about oneself. */
    ONESELF,
    /** What a fact that one may see rests on. */
    WITH_ITS_FACT
}
