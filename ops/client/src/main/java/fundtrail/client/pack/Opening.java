package fundtrail.client.pack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import fundtrail.client.pack.Pack.Person;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Of the file with which a ledger is opened, what its people's tools need: which ledger, whose books, who is there first. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Opening(String ledgerId, String purpose, List<Division> divisions, List<FirstPerson> people) {
    /** A division whose books the ledger keeps. */
    public record Division(String code, String name) {}

    /** One of the two people with whom it is opened. */
    public record FirstPerson(String person, Row row, List<String> roles) {}

    /** A row of the people registry. */
    public record Row(String name, String post, String employeeNumber, @MayBeAbsent String issuer, String subject) {}

    public boolean isRehearsal() {
        return "REHEARSAL".equals(purpose);
    }

    /** @throws PackBroken when it is no opening */
    public static Opening read(Path file) {
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), Opening.class);
        } catch (NoSuchFileException e) {
            throw new PackBroken(file.getParent(), "the file " + file.getFileName() + " is missing", e);
        } catch (JacksonException e) {
            throw new PackBroken(file.getParent(), file.getFileName() + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the opening " + file + " cannot be read", e);
        }
    }

    /** The two people, as a pack describes its people. */
    public List<Person> first() {
        return people.stream()
                .map(first -> new Person(first.person(), first.row().name(), first.row().post(),
                        first.row().employeeNumber(), first.row().subject(), first.roles()))
                .toList();
    }
}
