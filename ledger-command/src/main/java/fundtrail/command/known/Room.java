package fundtrail.command.known;

import fundtrail.contract.Entry;

/** What is kept of one family of facts. */
interface Room {
    /** Takes the fact in, if it is one of the family's. @return whether it was */
    boolean fold(Entry entry);
}
