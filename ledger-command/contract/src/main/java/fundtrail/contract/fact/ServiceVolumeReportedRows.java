package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.formula.Figures;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import java.util.List;
import java.util.Set;

/**
 * Rows of a report of service volumes, in parts that fit an entry; {@link ServiceVolumeReported} closes them in the same
 * append. Each row is a claim on money, by the id that a flag or a claw-back names.
 *
 * @param part from 1
 */
public record ServiceVolumeReportedRows(ReportId report, InstitutionId institution, int part, List<Row> rows) implements Fact {
    /**
     * So much of one item.
     *
     * @param row          its number in the institution's file
     * @param claim        unique for ever
     * @param quantity     in the item's unit, above 0
     * @param practitioner who did it, by reference; absent where the file names nobody
     */
    public record Row(int row, ClaimId claim, ItemCode item, Fraction quantity, @MayBeAbsent PersonRef practitioner) {
        public Row {
            Figures.positive("quantity of row " + row, quantity);
        }
    }

    public ServiceVolumeReportedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.REPORT, report).and(Tags.INSTITUTION, institution);
        rows.forEach(row -> tags.and(Tags.CLAIM, row.claim()));
        return tags.set();
    }
}
