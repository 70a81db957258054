package fundtrail.query.fold;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Line;
import fundtrail.query.access.Circle;
import fundtrail.query.entity.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a batch of facts adds to the store. Nothing already there is ever changed. */
public record Rows(List<FactRow> facts, List<TagRow> tags, List<LineRow> lines, List<DocumentRow> documents, List<Version<?>> versions) {
    /** Nothing yet, to be added to. */
    public static Rows none() {
        return new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }


    /**
     * A fact, its columns derived from its bytes.
     *
     * @param shownTo the circles that may see it
     */
    public record FactRow(
            long position,
            Instant recordedAt,
            LocalDate effectiveDate,
            String type,
            int version,
            String actor,
            byte[] entry,
            byte[] leafHash,
            Set<Circle> shownTo) {}

    /** Finds facts by what they are about ({@code institution:H1}); see {@link FactTags}. */
    public record TagRow(String tag, long position) {}

    /** One line of a fact, numbered from 0. */
    public record LineRow(long position, int lineNo, LocalDate effectiveDate, Line line) {}

    /** The document a fact rests on. */
    public record DocumentRow(long position, DocumentRef document) {}
}
