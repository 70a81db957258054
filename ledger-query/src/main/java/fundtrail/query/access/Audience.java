package fundtrail.query.access;

/** Who is let in to a route at all. What they then see of it is their {@link Scope}'s. */
public enum Audience {
    /** Anybody, without a token. */
    ANYONE,
    /** A registered person holding a role. */
    READERS,
    /** Who sees a division's books whole: the bureau's roles, supervisors, auditors. */
    BUREAU,
    /** An auditor. */
    AUDITORS,
    /** An administrator or an auditor. */
    KEEPERS_OF_PEOPLE
}
