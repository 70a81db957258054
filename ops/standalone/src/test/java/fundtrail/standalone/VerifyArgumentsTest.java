package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.standalone.Verifying.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be checked is told from what is wrong: exit code 2, and what to give instead. */
class VerifyArgumentsTest {
    private static final String KEY = "ledger.example/log+905ee401+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    @TempDir
    private Path folder;

    private void refused(String why, String... arguments) throws IOException, InterruptedException {
        Said said = new Verifying(folder).run(null, arguments);
        assertEquals(2, said.code(), said.text());
        assertTrue(said.text().contains(why), said.text());
    }

    @Test
    void a_key_that_is_none_a_checkpoint_that_is_not_there_and_a_ledger_that_does_not_answer_are_named() throws IOException, InterruptedException {
        refused("usage: java Verify.java", "http://127.0.0.1:1");
        refused("\"garbage\" is no verifier key", "http://127.0.0.1:1", "--key", "garbage");
        refused("no checkpoint to read in " + folder.resolve("none"), "http://127.0.0.1:1", "--key", KEY, "--since", folder.resolve("none").toString());
        refused("nobody answers at http://127.0.0.1:1", "http://127.0.0.1:1", "--key", KEY);
        refused("could not be checked: " + folder.resolve("none.zip"), folder.resolve("none.zip").toString(), "--key", KEY);
    }
}
