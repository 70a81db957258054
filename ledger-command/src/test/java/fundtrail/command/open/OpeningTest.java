package fundtrail.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.RunningLedger;
import fundtrail.contract.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    private Opening read(String text) throws IOException {
        return Opening.read(Files.writeString(folder.resolve("opening.json"), text));
    }

    private void refused(String why, String text) {
        String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(said.contains(why) && said.contains("opening.json"), said);
    }

    @Test
    void a_rehearsals_people_have_subjects_and_a_production_ledgers_have_none() throws IOException {
        assertEquals("an", read(RunningLedger.OPENING).first(Role.AD).row().subject());
        Opening production = read(RunningLedger.PRODUCTION_OPENING);
        assertTrue(production.isProduction());
        assertEquals("蔡总会", production.first(Role.CA).row().name());
        refused("leave \"issuer\" and \"subject\" out",
                RunningLedger.PRODUCTION_OPENING.replace("\"E001\"", "\"E001\",\"subject\":\"an\""));
        refused("leave \"issuer\" and \"subject\" out",
                RunningLedger.PRODUCTION_OPENING.replace("\"E001\"", "\"E001\",\"issuer\":\"https://sign-in.example\""));
        refused("name it", RunningLedger.OPENING.replace(",\"subject\":\"an\"", ""));
    }

    @Test
    void it_opens_with_two_people_of_one_role_each() {
        refused("one administrator (AD) and one chief accountant (CA)", RunningLedger.OPENING.replace("[\"CA\"]", "[\"AD\"]"));
        refused("one administrator (AD) and one chief accountant (CA)",
                RunningLedger.OPENING.replace("[\"CA\"]", "[]").replace("[\"AD\"]", "[\"AD\",\"CA\"]"));
        refused("two natural persons", RunningLedger.OPENING.replace("\"E002\"", "\"E001\""));
        refused("two natural persons", RunningLedger.OPENING.replace("\"p-admin\"", "\"p-accountant\""));
    }

    @Test
    void what_is_missing_or_misspelt_is_named() {
        refused("purpose", RunningLedger.OPENING.replace("\"purpose\":\"REHEARSAL\",", ""));
        refused("name is missing", RunningLedger.OPENING.replace("\"name\":\"安管理\",", ""));
        refused("begins with \"rehearsal.\"", RunningLedger.OPENING.replace("rehearsal.fundtrail", "fundtrail"));
        refused("no clock but the server's", RunningLedger.PRODUCTION_OPENING.replace(
                "\"timeZone\"", "\"clock\":\"2026-01-05T01:00:00Z\",\"timeZone\""));
    }

    @Test
    void the_example_for_operators_is_an_opening() throws IOException {
        Path example = Path.of(System.getProperty("basedir", "."), "..", "ops", "deploy", "opening.example.json");
        assertTrue(Opening.read(example).isProduction());
    }
}
