package fundtrail.client.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.seed.CountyPlan.Payment;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How far the county's story is: what the next month needs to know of those before it. */
final class CountyState {
    final CountyFolder files;
    final CountyBooks books;
    final Random random;
    final List<CountyInstitution> institutions;
    /** By institution, the account it is paid to now. */
    final Map<String, String> accounts = new HashMap<>();
    final Set<String> held = new HashSet<>();
    /** By the institution that ended, the one it went on in. */
    final Map<String, CountyInstitution> mergedInto = new HashMap<>();
    /** What was held, released or sent back, and waits to be paid with a later batch of its year. */
    List<Payment> waiting = new ArrayList<>();
    /** Sent back at the end of a month; the ledger learns of it in the next. */
    CountyBatch.Return lateReturn;
    CountyPlan plan;
    private long postings;
    private int receipts;

    CountyState(CountyFolder files, CountyBooks books, Random random, List<CountyInstitution> institutions) {
        this.files = files;
        this.books = books;
        this.random = random;
        this.institutions = institutions;
    }

    CountyInstitution institution(String id) {
        return institutions.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    boolean isOpen(CountyInstitution institution) {
        return !mergedInto.containsKey(institution.id());
    }

    /** The last institution of private practice, the one that goes on in another. */
    CountyInstitution merging() {
        return institutions.stream().filter(one -> one.kind() == CountyInstitution.Kind.OTHER_PRIMARY_CARE).reduce((a, b) -> b).orElseThrow();
    }

    /** Whom a payment for an institution goes to. */
    CountyInstitution payee(CountyInstitution institution) {
        return mergedInto.getOrDefault(institution.id(), institution);
    }

    void posted(long facts) {
        postings += facts;
    }

    /** Facts that move money or authority. */
    long postings() {
        return postings;
    }

    /** A receipt as a step's body, and in the books. */
    ObjectNode receipt(int year, CountySource source, long fen, LocalDate arrived, LocalDate recorded) {
        books.received(year, source, fen, arrived, recorded);
        posted(1);
        String bankRef = "GK-%s-%05d".formatted(source, ++receipts);
        return source.comesFromAbove() ? transfer(year, source, fen, arrived, bankRef) : receipt(year, source, fen, arrived, bankRef);
    }

    /** How a receipt of the source is recorded. */
    static String receiptCommand(CountySource source) {
        return source.comesFromAbove() ? "record-transfer-receipt" : "record-fund-receipt";
    }

    private static ObjectNode transfer(int year, CountySource source, long fen, LocalDate arrived, String bankRef) {
        return body().put("effectiveDate", arrived.toString()).put("tranche", source.tranche(year)).put("division", CountyYear.DIVISION)
                .put("bankAccount", "CT").put("arrivedOn", arrived.toString()).put("bankRef", bankRef).put("amount", yuan(fen));
    }

    static ObjectNode receipt(int year, CountySource source, long fen, LocalDate arrived, String bankRef) {
        return body().put("effectiveDate", arrived.toString()).put("division", CountyYear.DIVISION).put("budgetYear", year)
                .put("fundSource", source.name()).put("bankAccount", "CT").put("bankRef", bankRef).put("amount", yuan(fen));
    }

    /** An allotment as a step's body. */
    static ObjectNode allotment(CountyAllotment allotment, String document, LocalDate day) {
        ObjectNode body = body().put("effectiveDate", day.toString()).put("document", document).put("allotment", allotment.id())
                .put("institution", allotment.institution().id()).put("division", CountyYear.DIVISION)
                .put("fundSource", allotment.source().name()).put("programme", allotment.programme().name())
                .put("budgetYear", allotment.year());
        body.putObject("classification").put("functional", allotment.programme().functionalClass).put("economic", "50502");
        return body.put("amount", yuan(allotment.fen()));
    }

    static ObjectNode body() {
        return Json.MAPPER.createObjectNode();
    }

    static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }
}
