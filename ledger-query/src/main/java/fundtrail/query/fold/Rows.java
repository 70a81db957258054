package fundtrail.query.fold;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Line;
import fundtrail.query.entity.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a batch of facts adds to the store. Nothing already there is ever changed. */
public record Rows(List<FactRow> facts, List<TagRow> tags, List<LineRow> lines, List<DocumentRow> documents, List<Version<?>> versions) {
    /** Nothing yet, to be added to. */
    public static Rows none() {
        return new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }


    /** A fact, its columns derived from its bytes. */
    public record FactRow(
            long position,
            Instant recordedAt,
            LocalDate effectiveDate,
            String type,
            int version,
            String actor,
            byte[] entry,
            byte[] leafHash) {}

    /** Finds facts by what they are about ({@code institution:H1}) and by who may see them; see {@link FactTags}. */
    public record TagRow(String tag, long position) {}

    /** One line of a fact, numbered from 0. */
    public record LineRow(long position, int lineNo, LocalDate effectiveDate, Line line) {}

    /** The document a fact rests on. */
    public record DocumentRow(long position, DocumentRef document) {}
}
