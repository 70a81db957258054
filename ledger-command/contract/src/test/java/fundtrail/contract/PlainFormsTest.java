package fundtrail.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.id.DivisionCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read character by character is accepted and refused as the pattern or formatter that says what it looks like. */
class PlainFormsTest {
    private static final long SEED = 20260105;
    private static final int TEXTS = 20_000;
    /** What the forms are made of, and what is easily taken for it: another script's digits, letters, a line break. */
    private static final String CHARACTERS = "0123456789-+.:TZtzaf G\n０٣年";

    @Test
    void an_amount() {
        Pattern form = Pattern.compile("(?!-0\\.00$)-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}");
        like(Stream.of("0.00", "-0.01", "-0.00", "1234.56", "9999999999999.99", "-9999999999999.99", "99999999999999.99", "", ".00", "-.00", "0"),
                text -> form.matcher(text).matches() ? new BigDecimal(text).movePointRight(2).longValueExact() : null,
                text -> Money.yuan(text).fen());
    }

    @Test
    void a_division() {
        like(Stream.of("330521", "030521", "33052", "3305210"), text -> text.matches("[1-9][0-9]{5}") ? text : null, text -> new DivisionCode(text).value());
    }

    @Test
    void a_hash() {
        like(Stream.of("0f".repeat(32), "0f".repeat(31), "0f".repeat(33)), text -> text.matches("[0-9a-f]{64}") ? text : null, text -> Text.sha256("hash", text));
    }

    @Test
    void a_date() {
        DateTimeFormatter strict = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
        like(dates(), text -> LocalDate.parse(text, strict), text -> Dates.date(text, strict));
        like(dates(), LocalDate::parse, text -> Dates.date(text, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    @Test
    void an_instant() {
        like(dates().flatMap(date -> Stream.of("T00:00:00.000000Z", "T23:59:59.999999Z", "T23:59:60.000000Z", "T24:00:00.000000Z", "T12:60:00.000000Z", "T02:00:00Z")
                .map(date::concat)), Instant::parse, Dates::instant);
    }

    private static Stream<String> dates() {
        return Stream.of("2026-01-05", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2026-04-31", "2026-12-31", "2026-00-10",
                "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01", "9999-12-31", "+12026-01-01", "-0001-01-01", "26-1-1");
    }

    /** Each text and many others near it, each of which differs from one of them in up to three places. */
    private static void like(Stream<String> texts, Function<String, Object> known, Function<String, Object> read) {
        String[] some = texts.toArray(String[]::new);
        var random = new Random(SEED);
        for (int i = 0; i < some.length + TEXTS; i++) {
            String text = i < some.length ? some[i] : near(some[random.nextInt(some.length)], random);
            assertEquals(outcome(known, text), outcome(read, text), () -> "\"" + text + "\" (seed " + SEED + ")");
        }
    }

    private static String near(String text, Random random) {
        var near = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(near.length() + 1);
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            if (at == near.length() || random.nextInt(8) == 0) {
                near.insert(at, character);
            } else if (random.nextInt(8) == 0) {
                near.deleteCharAt(at);
            } else {
                near.setCharAt(at, character);
            }
        }
        return near.toString();
    }

    /** What is read; null where it is refused. */
    private static Object outcome(Function<String, Object> read, String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException refused) {
            return null;
        }
    }
}
