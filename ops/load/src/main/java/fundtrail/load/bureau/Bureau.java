package fundtrail.load.bureau;

import fundtrail.client.Answer;
import fundtrail.client.LedgerApi;
import fundtrail.contract.Json;
import fundtrail.contract.id.CreditCode;
import fundtrail.tokens.RehearsalIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A made-up county's bureau, which does through the public API what has to be done before there can be load: people with
 * their roles, a source with a budget and money, institutions, allotments, and a batch of payments paid out.
 */
public final class Bureau implements AutoCloseable {
    public static final String DIVISION = "330521";
    public static final int YEAR = 2026;
    public static final String SOURCE = "CEN";
    public static final String ACCOUNT = "CT";
    public static final int INSTITUTIONS = 8;

    /** Why money comes back, at the length at which a fact of a return has about two thousand bytes. */
    public static final String REASON = "银行退回：收款账户户名与开户许可证所载名称不一致，已与收款单位核对，待其更正账户登记后另行支付。".repeat(5);

    /** When its books are made ready. */
    private static final Instant READY = Instant.parse("2026-01-05T01:00:00Z");
    /** When it pays: a payee account registered on the day before waits no longer. */
    public static final Instant PAYING = Instant.parse("2026-01-12T01:00:00Z");

    private static final Duration TOKEN = Duration.ofHours(8);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 16;

    private final LedgerApi api;
    private final RehearsalIssuer issuer;
    private Map<String, Object> document;

    public Bureau(LedgerApi api, RehearsalIssuer issuer) {
        this.api = api;
        this.issuer = issuer;
    }

    /** A token of the person with this subject, signed in now. */
    public String token(String subject) {
        return issuer.token(subject, TOKEN, Instant.now());
    }

    public static String cashier(int number) {
        return "cashier-" + number;
    }

    public static String allotment(int number) {
        return "A-" + number;
    }

    public static String institution(int number) {
        return "H" + number % INSTITUTIONS;
    }

    /** The payment of an allotment that {@link #pay} made. */
    public static String payment(String batch, int number) {
        return batch + "." + (number + 1);
    }

    /** Everything up to the allotments, each of this many whole yuan, and as much money. */
    public void open(int cashiers, int allotments, long yuan) {
        List<String> people = new ArrayList<>(List.of("budget BO", "checker CK", "clerk CL", "auditor AU"));
        IntStream.range(0, cashiers).forEach(cashier -> people.add(cashier(cashier) + " CS"));
        together(people, this::register);
        byte[] pdf = "%PDF-1.4 a document of a made-up county".getBytes(StandardCharsets.UTF_8);
        document = Map.of("type", "预算批复", "body", "澄湖县财政局", "number", "澄财预〔2026〕1号", "date", "2026-01-04",
                "sha256", api.putDocument(pdf, token("budget")));
        master();
        String all = yuan(yuan * allotments * 2);
        propose("budget", "approve-budget", Map.of("document", document, "division", DIVISION, "budgetYear", YEAR,
                "programme", "BPH", "channel", "BASIC_SERVICE_PURCHASE",
                "sources", List.of(Map.of("fundSource", SOURCE, "amount", all))), "budget", "checker", "accountant");
        api.ask("record-fund-receipt", receipt("IN-0", all, READY), "receipt", token(cashier(0)), READY);
        together(IntStream.range(0, allotments).boxed().toList(), number -> allot(number, yuan(yuan)));
    }

    private void register(String person) {
        String subject = person.split(" ")[0];
        String ref = "p-" + subject;
        String hash = api.putPerson(ref, Json.MAPPER.valueToTree(
                Map.of("name", subject, "post", "岗位", "employeeNumber", "L-" + subject, "subject", subject)), token("administrator"));
        propose("person-" + subject, "register-person", Map.of("person", ref, "registryHash", hash), "administrator", "accountant");
        propose("role-" + subject, "grant-role", Map.of("person", ref, "role", person.split(" ")[1], "division", DIVISION),
                "administrator", "accountant");
    }

    private void master() {
        propose("rules", "publish-rule-set", Map.of("document", document, "ruleSet", "rules-2026", "validFrom", "2026-01-01",
                "programmes", List.of(Map.of("code", "BPH", "nameZh", "基本公共卫生服务", "nameEn", "Basic public health services")),
                "holidays", List.of(), "workingWeekends", List.of(),
                "payeeAccountWaitDays", 1, "duplicateWindowDays", 0, "proposalDays", 60, "passDownDays", 30), "budget", "accountant");
        propose("source", "register-fund-source", Map.of("document", document, "fundSource", SOURCE, "nameZh", "县级财政预算",
                "nameEn", "County budget", "level", "COUNTY", "directFund", false,
                "restitutionOpen", "ALLOTMENT", "restitutionClosed", "TREASURY"), "budget", "accountant");
        propose("account", "register-treasury-account", Map.of("bankAccount", ACCOUNT, "division", DIVISION, "use", "TREASURY",
                "accountName", "澄湖县财政局", "accountNumber", "9900000000000001", "bank", "虚构银行澄湖支行"), "checker", "accountant");
        together(IntStream.range(0, INSTITUTIONS).boxed().toList(), number -> {
            String id = institution(number);
            propose("institution-" + id, "register-institution", Map.of("institution", id, "creditCode", creditCode(number),
                    "name", "虚构卫生院" + number, "type", "TOWNSHIP_HEALTH_CENTRE", "ownership", "PUBLIC", "division", DIVISION),
                    "clerk", "checker");
            propose("payee-" + id, "register-payee-account", Map.of("payeeAccount", payeeAccount(number), "institution", id,
                    "accountName", "虚构卫生院" + number, "accountNumber", "99000000000100" + number, "bank", "虚构银行"),
                    "clerk", "checker");
        });
    }

    private static String payeeAccount(int number) {
        return institution(number) + "-main";
    }

    private void allot(int number, String amount) {
        propose("allot-" + number, "allot-budget", Map.of("document", document, "allotment", allotment(number),
                "institution", institution(number), "division", DIVISION, "fundSource", SOURCE, "programme", "BPH", "budgetYear", YEAR,
                "classification", Map.of("functional", "2100408", "economic", "50502"), "amount", amount), "budget", "accountant");
    }

    /** Has a batch signed whose rows go through the allotments again and again, an instalment each time, of so many whole yuan each. */
    public void approve(String batch, int rows, int allotments, long yuan) {
        List<Map<String, Object>> content = IntStream.range(0, rows).<Map<String, Object>>mapToObj(row -> Map.of(
                "row", row + 1, "kind", "ADVANCE", "institution", institution(row % allotments),
                "payeeAccount", payeeAccount(row % allotments), "allotment", allotment(row % allotments),
                "amount", yuan(yuan), "purpose", "基本公共卫生服务预拨", "instalment", Integer.toString(row / allotments + 1))).toList();
        proposeAt(PAYING, batch, "disburse-batch", Map.of("batch", batch, "division", DIVISION, "bankAccount", ACCOUNT,
                "rowCount", rows, "controlTotal", yuan(yuan * rows), "rows", content), "clerk", "checker", "accountant");
    }

    /** Pays a signed batch out. */
    public void pay(String batch) {
        api.ask("execute-batch", Map.of("batch", batch), "pay-" + batch, token(cashier(0)), PAYING);
    }

    /** Time goes on to this day. @return the last position by then */
    public long today(LocalDate day) {
        return api.ask("record-fund-receipt", receipt("IN-1", yuan(1), PAYING), "today", token(cashier(0)),
                day.atTime(9, 0).atZone(ZONE).toInstant()).answer().lastPosition();
    }

    private static Map<String, ?> receipt(String bankRef, String amount, Instant effective) {
        return Map.of("effectiveDate", LocalDate.ofInstant(effective, ZONE).toString(), "division", DIVISION, "budgetYear", YEAR, "fundSource", SOURCE, "bankAccount", ACCOUNT, "bankRef", bankRef,
                "amount", amount);
    }

    private void propose(String key, String command, Map<String, ?> body, String... hands) {
        proposeAt(READY, key, command, body, hands);
    }

    private void proposeAt(Instant clock, String key, String command, Map<String, ?> body, String... hands) {
        Answer proposed = api.ask(command, body, key, token(hands[0]), clock).answer();
        Map<String, String> step = Map.of("proposal", proposed.proposal(), "contentHash", proposed.contentHash());
        for (int hand = 1; hand < hands.length; hand++) {
            boolean last = hand == hands.length - 1;
            api.ask(last ? "approve-proposal" : "check-proposal", step, key + "/" + hand, token(hands[hand]), clock);
        }
    }

    /** A whole number of yuan, as it travels. */
    public static String yuan(long yuan) {
        return yuan + ".00";
    }

    /** A synthetic code with the check character that fits. */
    private static String creditCode(int number) {
        String first = "123305214711%04d0".formatted(number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY".chars()
                .mapToObj(check -> first + (char) check)
                .filter(Bureau::isCode)
                .findFirst().orElseThrow();
    }

    private static boolean isCode(String code) {
        try {
            new CreditCode(code);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        api.close();
    }

    /** What one does for a thing. */
    private interface Work<T> {
        void on(T thing);
    }

    private static <T> void together(List<T> things, Work<T> work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> done = new ArrayList<>();
            things.forEach(thing -> done.add(hands.submit(() -> work.on(thing))));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the books could not be made ready", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
