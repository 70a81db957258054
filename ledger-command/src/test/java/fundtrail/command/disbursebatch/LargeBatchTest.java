package fundtrail.command.disbursebatch;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.Digest;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch of as many rows as there may be, with texts as long as they may be. */
class LargeBatchTest {
    private static final AllotmentId LONG = new AllotmentId("L".repeat(64));

    private final DisburseBatch wish = new DisburseBatch(null, B1, DIVISION, CT, "f".repeat(64), DisburseBatch.MOST_ROWS,
            Money.ofFen(IntStream.rangeClosed(1, DisburseBatch.MOST_ROWS).sum()),
            IntStream.rangeClosed(1, DisburseBatch.MOST_ROWS).mapToObj(LargeBatchTest::row).toList());

    /** Row n pays n fen. */
    private static Row row(int n) {
        return new Row(n, PaymentKind.ADVANCE, H1, accountOf(H1), LONG, Money.ofFen(n),
                ("用途" + n + "长".repeat(200)).substring(0, 200), "第".repeat(40), "因".repeat(400));
    }

    private List<Fact> facts() {
        return Given.given(institution(H1), source(CEN), treasuryAccount(), payeeAccount(H1), budget(CEN, "1000000.00"),
                        allotted(LONG, H1, CEN, "1000000.00"))
                .on(PAYDAY)
                .when(wish)
                .facts();
    }

    @Test
    void each_part_fits_an_entry_with_all_that_surrounds_it() {
        EntryCodec codec = new EntryCodec();
        List<Signature> hands = IntStream.range(0, 3)
                .mapToObj(hand -> new Signature(Step.CHECKER, Role.CL, new PersonRef("p".repeat(64)), new PersonRef("p".repeat(64)), Long.MAX_VALUE))
                .toList();
        for (Fact fact : facts()) {
            Envelope envelope = new Envelope(new UUID(-1, -1), "0".repeat(32), FactTypes.of(fact.getClass()).name(), 1, DAY,
                    "p".repeat(64), hands, "密".repeat(128), "0".repeat(64), "c".repeat(128), "p".repeat(64),
                    Envelope.RecordingClock.REHEARSAL, null, "r".repeat(64));
            int bytes = EntryCodec.entry(Long.MAX_VALUE, Instant.EPOCH, codec.tail(envelope, fact)).length;
            assertTrue(bytes <= EntryCodec.MAX_ENTRY_BYTES, () -> fact.getClass().getSimpleName() + " has " + bytes + " bytes");
        }
    }

    @Test
    void the_parts_hold_every_row_once_in_order_and_the_closing_fact_counts_and_hashes_them() {
        List<Fact> facts = facts();
        List<DisbursementBatchApprovedRows> parts = facts.stream().limit(facts.size() - 1)
                .map(DisbursementBatchApprovedRows.class::cast)
                .toList();
        List<DisbursementBatchApprovedRows.Row> rows = parts.stream().flatMap(part -> part.rows().stream()).toList();
        DisbursementBatchApproved closing = (DisbursementBatchApproved) facts.getLast();

        assertEquals(IntStream.rangeClosed(1, parts.size()).boxed().toList(),
                parts.stream().map(DisbursementBatchApprovedRows::part).toList());
        assertEquals(wish.rows().stream().map(Row::row).toList(),
                rows.stream().map(DisbursementBatchApprovedRows.Row::row).toList());
        assertEquals(parts.size(), closing.parts());
        assertEquals(wish.rowCount(), closing.rowCount());
        assertEquals(wish.controlTotal(), closing.controlTotal());
        assertEquals(Digest.sha256(Json.canonical(rows)), closing.rowsHash());
    }

    @Test
    void each_part_carries_the_lines_of_its_own_rows() {
        for (Fact fact : facts()) {
            if (fact instanceof DisbursementBatchApprovedRows part) {
                Money debits = Money.sum(part.lines().list().stream()
                        .map(Line::signed)
                        .filter(Money::isPositive)
                        .toList());
                assertEquals(Money.sum(part.rows().stream().map(DisbursementBatchApprovedRows.Row::amount).toList()), debits);
            }
        }
    }
}
