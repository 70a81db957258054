package fundtrail.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Proposal;
import fundtrail.query.store.JdbcStore;
import fundtrail.query.store.Sql;
import java.util.List;
import javax.sql.DataSource;

/** The rows of a proposal, as its maker gave them; seen by whoever sees the proposal. */
public final class ProposedRows {
    private final DataSource source;

    public ProposedRows(DataSource source) {
        this.source = source;
    }

    /** @param proposal one its reader was found to see */
    List<JsonNode> of(Proposal proposal, AsOf asOf) {
        // A part's id is the proposal's, a slash and its number; "0" is the character after the slash.
        return Sql.of("select id, position, effective_date, shown_to, body from version_of where kind = ? and id > ? and id < ?",
                        Kind.PROPOSAL_ROWS.name(), proposal.proposal() + "/", proposal.proposal() + "0")
                .and("and position <= ? order by id", asOf.knownPosition())
                .list(source, row -> JdbcStore.version(row, Kind.PROPOSAL_ROWS, row.getString("id")))
                .stream()
                .flatMap(part -> part.body().rows().stream())
                .toList();
    }
}
