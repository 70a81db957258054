package fundtrail.seal;

import fundtrail.proofs.HeldFolder;
import fundtrail.proofs.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The sealer as a process of its own, of an operating-system user of its own, who alone can read the log's keys. Set up by
 * environment variables. Without an argument it seals; {@code add-key} and {@code retire-key} change the keys, and
 * {@code accept-loss} goes on under a new one after facts were lost for good; that counts from its next start on. {@code check} holds the whole
 * database against the facts' bytes.
 */
public final class SealMain {
    private static final String KEYS = "FUNDTRAIL_SEAL_KEYS";
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 30;

    private SealMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        try {
            switch (arguments.length == 0 ? "seal" : arguments[0]) {
                case "seal" -> seal(environment);
                case "add-key" -> System.out.println(said("key.added", keys(environment).add(oldestName(environment)).verifier()));
                case "retire-key" -> System.out.println(said("key.retired", keys(environment).retireOldest().verifier()));
                case "check" -> check(environment);
                case "accept-loss" -> acceptLoss(environment);
                default -> throw new IllegalArgumentException(said("usage"));
            }
        } catch (HeldFolder.InUse running) {
            System.err.println(said("running", required(environment, KEYS)));
            System.exit(2);
        } catch (SQLException away) {
            System.err.println(said("database", environment.get("FUNDTRAIL_DATABASE_URL"), away.getMessage()));
            System.exit(2);
        } catch (UncheckedIOException file) {
            System.err.println(said("file", file.getMessage(), file.getCause(), System.getProperty("user.name")));
            System.exit(2);
        } catch (IOException file) {
            System.err.println(said("file", required(environment, KEYS), file, System.getProperty("user.name")));
            System.exit(2);
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /** A second sealer on the same keys would not know what this one signed, and ends here. */
    private static void seal(Map<String, String> environment) throws InterruptedException, IOException {
        HeldFolder held = HeldFolder.take(keys(environment).path());
        Path first = keys(environment).path().resolve("first.checkpoint");
        Sealer sealer = Sealer.start(source(environment), settings(environment), (key, checkpoint) -> {
            System.out.println(said("began", key, checkpoint, first));
            keep(first, checkpoint);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sealer.close();
            held.close();
        }, "closing"));
        new CountDownLatch(1).await();
    }

    /** To the letter: the system's log leaves out empty lines, and without its own a checkpoint is none. */
    private static void keep(Path file, Note checkpoint) {
        try {
            Files.writeString(file, checkpoint.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the first checkpoint cannot be kept in " + file, e);
        }
    }

    /** Not while a sealer runs, which would go on from what it remembers. */
    private static void acceptLoss(Map<String, String> environment) throws IOException {
        KeyFolder keys = keys(environment);
        try (HeldFolder _ = HeldFolder.take(keys.path())) {
            System.out.println(said("loss.accepted", keys.acceptLoss().verifier()));
        }
    }

    /** Everything beside the bytes, against the bytes: exit code 1 where something differs. */
    private static void check(Map<String, String> environment) throws SQLException {
        List<String> faults = StoreCheck.faults(source(environment));
        faults.forEach(System.out::println);
        System.out.println(faults.isEmpty() ? said("check.passed") : said("check.failed", faults.size()));
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static KeyFolder keys(Map<String, String> environment) {
        return KeyFolder.in(Path.of(required(environment, KEYS)));
    }

    private static String oldestName(Map<String, String> environment) {
        return keys(environment).keys().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException(said("key.none"))).verifier().name();
    }

    static SealSettings settings(Map<String, String> environment) {
        return new SealSettings(Path.of(required(environment, KEYS)), SealSettings.USUAL,
                SealSettings.witnesses(environment.getOrDefault("FUNDTRAIL_SEAL_WITNESSES", "")));
    }

    private static PGSimpleDataSource source(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(required(environment, "FUNDTRAIL_DATABASE_URL"));
        source.setUser(required(environment, "FUNDTRAIL_DATABASE_USER"));
        source.setPassword(required(environment, "FUNDTRAIL_DATABASE_PASSWORD"));
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        return source;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(said("missing", name));
        }
        return value;
    }

    /** A sentence for whoever runs the sealer, in the language of the system. */
    static String said(String key, Object... particulars) {
        Locale language = "zh".equals(Locale.getDefault().getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle("fundtrail.seal.seal", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), language).format(particulars);
    }
}
