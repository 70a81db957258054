package fundtrail.client;

import com.fasterxml.jackson.core.JacksonException;
import fundtrail.contract.Json;
import fundtrail.tokens.RehearsalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a rehearsal ledger on this machine: where its two sides answer ({@code ledger.json}), who its made-up
 * people are ({@code people.json}) and the key of their tokens ({@code keys/}). A production ledger has none of these.
 */
public final class Home {
    /** How long a token is good; a signature needs one that is fresher still. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(8);

    private static final String MARKER = "ledger.json";
    private static final String PEOPLE = "people.json";
    private static final String KEYS = "keys";
    private static final String REHEARSAL = "REHEARSAL";

    /**
     * What the folder says of its ledger.
     *
     * @param purpose REHEARSAL, or there are no tokens to be had here
     */
    public record Marker(String ledgerId, String purpose, URI command, URI query) {
        public static Marker rehearsal(String ledgerId, Addresses addresses) {
            return new Marker(ledgerId, REHEARSAL, addresses.command(), addresses.query());
        }

        Addresses addresses() {
            return new Addresses(command, query);
        }
    }

    /** One of the rehearsal's people; whoever was registered later is not in the list. */
    public record Known(String person, String name, String post, String subject, List<String> roles) {
        boolean isCalled(String who) {
            return who.equals(subject) || who.equals(person) || who.equals(name);
        }
    }

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    public static Home at(Path folder) {
        return new Home(folder);
    }

    /** The folder of the rehearsal issuer's key. */
    public Path keys() {
        return folder.resolve(KEYS);
    }

    public void mark(Marker marker) {
        write(MARKER, marker);
    }

    public void know(List<Known> people) {
        write(PEOPLE, people);
    }

    /** What the folder says of its ledger; empty when no ledger was ever started in it. */
    public Optional<Marker> marker() {
        return read(MARKER, Marker.class);
    }

    public List<Known> people() {
        return read(PEOPLE, Known[].class).map(List::of).orElse(List.of());
    }

    /** The ledger's addresses, or where one answers that was started without a choice. */
    public Addresses addresses() {
        return marker().map(Marker::addresses).orElse(Addresses.DEFAULT);
    }

    /**
     * A fresh token for one of the rehearsal's people.
     *
     * @param who token subject, person reference or name
     * @throws NoToken when the folder's ledger is none, or a production ledger, or has nobody called so
     */
    public String token(String who, Instant now) {
        List<Known> people = requireRehearsal();
        return people.stream()
                .filter(person -> person.isCalled(who))
                .findFirst()
                .map(person -> tokenOfSubject(person.subject(), now))
                .orElseThrow(() -> new NoToken("token.nobody", who, folder, listed(people)));
    }

    /** The same for a subject, known here or not: for somebody who was registered since. */
    public String tokenOfSubject(String subject, Instant now) {
        requireRehearsal();
        return RehearsalIssuer.in(keys()).token(subject, TOKEN_LIFE, now);
    }

    /**
     * Those who hold one of the roles, in the order of the roles.
     *
     * @throws NoToken when the folder's ledger is none, or a production ledger
     */
    List<Known> rehearsalPeople(String... roles) {
        List<Known> people = requireRehearsal();
        return Stream.of(roles)
                .flatMap(role -> people.stream().filter(person -> person.roles().contains(role)))
                .toList();
    }

    private List<Known> requireRehearsal() {
        Marker marker = marker().orElseThrow(() -> new NoToken("token.noLedger", folder.toAbsolutePath()));
        if (!REHEARSAL.equals(marker.purpose())) {
            throw new NoToken("token.production", marker.ledgerId());
        }
        return people();
    }

    private static String listed(List<Known> people) {
        StringBuilder list = new StringBuilder();
        people.forEach(person -> list.append("\n  ").append(person.subject()).append("  ").append(person.name())
                .append("  ").append(person.post()).append("  ").append(String.join(" ", person.roles())));
        return list.toString();
    }

    private void write(String file, Object content) {
        Path path = folder.resolve(file);
        Path unfinished = folder.resolve(file + ".unfinished");
        try {
            Files.createDirectories(folder);
            Files.write(unfinished, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    private <T> Optional<T> read(String file, Class<T> form) {
        Path path = folder.resolve(file);
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(path), form));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new NoToken("home.unreadable", path, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
