package fundtrail.command.disbursebatch;

import fundtrail.command.decide.Moment;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.PaymentBasis;
import java.util.ArrayList;
import java.util.List;

/** The facts of an approved batch: its rows in parts, each part with its own lines, and the fact that closes them. */
final class ApprovedRows {
    private record Posted(DisbursementBatchApprovedRows.Row row, List<Line> lines) {
        int bytes() {
            return Json.canonical(row).length + Json.canonical(lines).length;
        }
    }

    private ApprovedRows() {}

    static List<Fact> facts(DisburseBatch wish, Moment moment, Known known) {
        List<Posted> rows = wish.rows().stream().map(row -> posted(wish, row, moment, known)).toList();
        List<Fact> facts = new ArrayList<>();
        for (List<Posted> part : Parts.of(rows, Posted::bytes)) {
            facts.add(new DisbursementBatchApprovedRows(
                    wish.batch(),
                    facts.size() + 1,
                    wish.tranche(),
                    part.stream().map(Posted::row).toList(),
                    new Lines(part.stream().flatMap(row -> row.lines().stream()).toList())));
        }
        facts.add(new DisbursementBatchApproved(
                wish.batch(),
                wish.division(),
                wish.bankAccount(),
                wish.tranche(),
                facts.size(),
                wish.rows().size(),
                wish.total(),
                Digest.sha256(Json.canonical(rows.stream().map(Posted::row).toList())),
                wish.fileHash()));
        return facts;
    }

    private static Posted posted(DisburseBatch wish, Row row, Moment moment, Known known) {
        Allotment allotment = known.allotments().get(row.allotment());
        boolean repeats = BatchRows.repeats(row, moment, known) != null;
        return new Posted(
                new DisbursementBatchApprovedRows.Row(
                        row.row(),
                        wish.payment(row),
                        row.kind(),
                        row.institution(),
                        row.payeeAccount(),
                        row.allotment(),
                        row.amount(),
                        row.purpose(),
                        row.instalment(),
                        repeats ? row.reason() : null,
                        basis(row, allotment, moment, known),
                        row.offsets()),
                PostingRules.reserved(allotment.purse(), row.amount()));
    }

    /** As it is recorded: a task with the rate it is paid at, and of settled years only another than the allotment's. */
    private static PaymentBasis basis(Row row, Allotment allotment, Moment moment, Known known) {
        PaymentBasis basis = row.basis();
        return switch (row.kind()) {
            case DIRECTIVE_TASK -> PaymentBasis.of(basis.task().at(
                    known.taskRates().inForce(allotment.division(), basis.task().task(), moment.effectiveDate()).rate()));
            case SETTLEMENT -> allotment.owed(basis).budgetYear() == allotment.budgetYear() ? null : basis;
            case ADVANCE, CAPITATION, SUBSIDY -> basis;
        };
    }
}
