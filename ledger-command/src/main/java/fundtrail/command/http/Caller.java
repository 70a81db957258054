package fundtrail.command.http;

import fundtrail.command.people.PeopleRegistry;
import fundtrail.contract.id.PersonRef;
import fundtrail.tokens.Bearer;

/** Who is at the door: a good token, and the registered person it belongs to. */
record Caller(Bearer bearer, PeopleRegistry.Found found) {
    PersonRef person() {
        return found.person();
    }
}
