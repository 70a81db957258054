package fundtrail.command.people;

import fundtrail.command.known.Known;
import fundtrail.command.known.Proposals.Proposal;
import fundtrail.command.people.PeopleRegistry.Found;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.contract.Json;
import fundtrail.contract.id.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who refers to rows of the registry: registered persons, and proposals to register one. */
public final class Registrations {
    private static final String COMMAND = RegisterPerson.class.getSimpleName();

    private Registrations() {}

    /** What an open proposal would register; empty when it can no longer be signed, or is about something else. */
    public static Optional<RegisterPerson> proposedBy(Proposal proposal) {
        if (proposal == null || proposal.content() == null || !proposal.command().equals(COMMAND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(proposal.content(), RegisterPerson.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the content of proposal " + proposal.id() + " can no longer be read", e);
        }
    }

    /** Those of the people to whom nothing in the log refers. */
    static List<PersonRef> unreferred(Collection<PersonRef> people, LocalDate today, Known known) {
        Set<PersonRef> proposed = proposed(today, known).stream().map(RegisterPerson::person).collect(Collectors.toSet());
        return people.stream()
                .filter(person -> !known.people().hasRegistered(person) && !proposed.contains(person))
                .toList();
    }

    /** Those of the waiting rows which are neither registered nor proposed. */
    static List<Found> unreferredRows(Collection<Found> waiting, LocalDate today, Known known) {
        Set<RegisterPerson> proposed = proposed(today, known);
        return waiting.stream()
                .filter(row -> !isRegistered(row, known) && !proposed.contains(new RegisterPerson(row.person(), row.hash())))
                .toList();
    }

    private static boolean isRegistered(Found row, Known known) {
        return known.people().isRegisteredUpTo(Long.MAX_VALUE, row.person(), row.hash());
    }

    private static Set<RegisterPerson> proposed(LocalDate today, Known known) {
        return known.proposals().open(today).stream()
                .flatMap(proposal -> proposedBy(proposal).stream())
                .collect(Collectors.toSet());
    }
}
