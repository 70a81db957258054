package fundtrail.query.access;

/** A kind of thing one may see or not, in the order of the table people read. Said in words by the catalogue, {@code thing.*}. */
public enum Thing {
    /** The ledger's opening, rule sets, the authority matrix, fund sources; of a division its unit standards, which tell of its pools. */
    RULES,
    /** Institutions and their payee accounts. */
    INSTITUTIONS,
    /** Budgets, receipts, the bureau's bank accounts, allotments, batches, payments, reversals; their lines and all sums of them. */
    MONEY,
    /** Payment holds. */
    HOLDS,
    /** Alerts, flags, tip-offs: what is suspected, before a case is opened. */
    LEADS,
    /** Cases with their flags and findings. */
    CASES,
    /** Cases from their first finding or claw-back on: what is there to be judged. */
    JUDGED,
    /** Proposals with their rows, and each hand they went through. */
    PROPOSALS,
    /** Refused wishes that touched money's safety. */
    REFUSALS,
    /** Who was handed which journal or evidence pack, and who opened which case file. */
    EXTRACTS,
    /** People by reference, and their roles. */
    PEOPLE,
    /** What one person may sign in another's stead. */
    DELEGATIONS,
    /** Proposals that wait for a hand of a role one holds. */
    TO_SIGN,
    /** The facts and proposals under which a hand of one's own stands. */
    OWN_HAND,
    /** The documents facts rest on, and who signed. */
    DOCUMENTS,
    /** The stored bytes of facts, nonces included. */
    ENTRIES
}
