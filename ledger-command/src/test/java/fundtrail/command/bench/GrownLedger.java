package fundtrail.command.bench;

import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.ZONE;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.gate.Wish;
import fundtrail.command.kit.Sample;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.propose.Parts;
import fundtrail.command.propose.Submission;
import fundtrail.contract.Digest;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Json;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A ledger grown to any size, fact by fact: sixty institutions with eight allotments each, month after month a batch of
 * 300 rows through three hands, paid in one append, each payment confirmed by the bank under a key of its own, and cash
 * received beside it. The same seed grows the same ledger.
 */
public final class GrownLedger {
    private static final int INSTITUTIONS = 60;
    private static final int ALLOTMENTS = 8;
    private static final int ROWS = 300;
    private static final int RECEIPTS = 5;

    private final Random random;
    private final Consumer<Entry> into;
    private final List<BudgetAllotted> allotments = new ArrayList<>();
    private Instant at = DAY.atTime(10, 0).atZone(ZONE).toInstant();
    private long position;
    private int batches;

    public GrownLedger(long seed, Consumer<Entry> into) {
        this.random = new Random(seed);
        this.into = into;
        Sample.opening().forEach(fact -> alone(fact, null));
        alone(Sample.source(CEN), null);
        alone(Sample.treasuryAccount(), null);
        alone(Sample.budget(CEN, "900000000.00"), "budget");
        for (int one = 0; one < INSTITUTIONS; one++) {
            InstitutionId id = new InstitutionId("H" + one);
            alone(Sample.institution(id), "institution-" + one);
            alone(new PayeeAccountRegistered(Sample.accountOf(id), id, "青溪镇卫生院" + one, "9900001" + one, "虚构银行青溪支行"),
                    "account-" + one);
            for (int n = 0; n < ALLOTMENTS; n++) {
                BudgetAllotted allotted = Sample.allotted(new AllotmentId("A" + n + "-" + one), id, CEN, "1000000.00");
                allotments.add(allotted);
                alone(allotted, "allotment-" + one + "-" + n);
            }
        }
    }

    /** Months go by until at least so many facts are recorded. */
    public GrownLedger to(long facts) {
        while (position < facts) {
            month();
        }
        return this;
    }

    public long size() {
        return position;
    }

    private void month() {
        at = at.plusSeconds(3_600);
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            alone(Sample.received(CEN, "90000.00", "in-" + uuid()), uuid());
        }
        BatchId batch = new BatchId("B-2026-" + batches++);
        List<DisburseBatch.Row> rows = new ArrayList<>();
        for (int row = 2; row < ROWS + 2; row++) {
            BudgetAllotted from = allotments.get(random.nextInt(allotments.size()));
            rows.add(new DisburseBatch.Row(row, PaymentKind.ADVANCE, from.institution(), Sample.accountOf(from.institution()),
                    from.allotment(), Money.ofFen(1 + random.nextInt(20_000)), "2026年基本公共卫生服务项目补助资金", "第1期", null));
        }
        Money total = Money.sum(rows.stream().map(DisburseBatch.Row::amount).toList());
        DisburseBatch wish = new DisburseBatch(null, batch, DIVISION, CT, null, rows.size(), total, rows);
        String hash = Wish.hash(wish);
        ProposalId proposal = new ProposalId(uuid());
        together(Submission.facts(proposal, wish, hash, DIVISION, total, today().plusDays(60), position - 1), uuid());
        alone(new ProposalChecked(proposal, hash), uuid());
        List<Fact> approval = new ArrayList<>(List.of(new ProposalApproved(proposal, hash)));
        approval.addAll(approved(wish));
        together(approval, uuid());
        together(rows.stream().map(row -> paid(wish, row)).toList(), uuid());
        for (DisburseBatch.Row row : rows) {
            alone(new PaymentConfirmed(Sample.payment(batch, row.row()), row.institution(), row.amount(), "HX" + uuid()), uuid());
        }
    }

    private List<Fact> approved(DisburseBatch wish) {
        List<DisbursementBatchApprovedRows.Row> rows = wish.rows().stream()
                .map(row -> new DisbursementBatchApprovedRows.Row(row.row(), Sample.payment(wish.batch(), row.row()), row.kind(),
                        row.institution(), row.payeeAccount(), row.allotment(), row.amount(), row.purpose(), row.instalment(), null))
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (List<DisbursementBatchApprovedRows.Row> part : Parts.of(rows, row -> Json.canonical(row).length + 500)) {
            facts.add(new DisbursementBatchApprovedRows(wish.batch(), facts.size() + 1, part, new Lines(part.stream()
                    .flatMap(row -> PostingRules.reserved(purse(row.allotment()), row.amount()).stream()).toList())));
        }
        facts.add(new DisbursementBatchApproved(wish.batch(), DIVISION, CT, facts.size(), rows.size(), wish.controlTotal(),
                Digest.sha256(Json.canonical(rows)), null));
        return facts;
    }

    private AdvancePaid paid(DisburseBatch wish, DisburseBatch.Row row) {
        return new AdvancePaid(Sample.payment(wish.batch(), row.row()), wish.batch(), row.row(), row.institution(),
                row.institution(), row.payeeAccount(), row.allotment(), CT, row.amount(), row.purpose(), row.instalment(),
                PaymentPostings.paid(row.kind(), purse(row.allotment()), owed(row.allotment()), CT, row.amount()));
    }

    private Purse owed(AllotmentId id) {
        Purse allotment = purse(id);
        return Purse.of(allotment.division(), allotment.budgetYear(), allotment.fundSource()).of(allotment.institution(), allotment.programme());
    }

    private Purse purse(AllotmentId id) {
        BudgetAllotted allotted = allotments.get(Integer.parseInt(id.value().substring(id.value().indexOf('-') + 1)) * ALLOTMENTS
                + id.value().charAt(1) - '0');
        return Purse.of(allotted.division(), allotted.budgetYear(), allotted.fundSource())
                .of(allotted.institution(), allotted.programme())
                .under(id);
    }

    /** @param key {@code null} for the ledger's own */
    private void alone(Fact fact, String key) {
        together(List.of(fact), key);
    }

    private void together(List<? extends Fact> facts, String key) {
        at = at.plusMillis(2);
        String wishHash = key == null ? null : hex(32);
        for (Fact fact : facts) {
            FactTypes.FactType type = FactTypes.of(fact.getClass());
            Envelope envelope = new Envelope(UUID.fromString(uuid()), hex(16), type.name(), type.version(), today(),
                    key == null ? Envelope.LEDGER : TESTER.value(),
                    key == null ? List.of() : List.of(Signature.of(Step.MAKER, Role.CL, TESTER)), key, wishHash, "grown", null,
                    null, DOCUMENT, "default-1");
            into.accept(new Entry(position++, at, envelope, fact));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(at, ZONE);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
