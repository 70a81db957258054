package fundtrail.command.recordopeningbalance;

import fundtrail.command.known.Known;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.OpeningBalanceRecorded;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.id.DivisionCode;
import java.util.ArrayList;
import java.util.List;

/** The facts of opening balances: their rows in parts, each part with its own lines, and the fact that closes them. */
final class OpeningFacts {
    private record Posted(Row row, List<Line> lines) {
        int bytes() {
            return Json.canonical(row).length + Json.canonical(lines).length;
        }
    }

    private OpeningFacts() {}

    static List<Fact> of(RecordOpeningBalance wish, Known known) {
        List<Posted> rows = wish.rows().stream().map(row -> new Posted(row, lines(wish.division(), row, known))).toList();
        List<Fact> facts = new ArrayList<>();
        for (List<Posted> part : Parts.of(rows, Posted::bytes)) {
            facts.add(new OpeningBalanceRecordedRows(wish.division(), facts.size() + 1, part.stream().map(Posted::row).toList(),
                    new Lines(part.stream().flatMap(row -> row.lines().stream()).toList())));
        }
        facts.add(new OpeningBalanceRecorded(wish.division(), facts.size(), wish.rows().size(), wish.total(),
                Digest.sha256(Json.canonical(wish.rows()))));
        return facts;
    }

    private static List<Line> lines(DivisionCode division, Row row, Known known) {
        Purse source = Purse.of(division, row.budgetYear(), row.fundSource());
        return switch (row.account()) {
            case TREASURY_CASH, RESERVE_CASH -> AuthorityPostings.openingCash(
                    row.account() == Account.RESERVE_CASH, source, row.bankAccount(), row.amount());
            case ADVANCES -> AuthorityPostings.openingAdvances(source.of(row.institution(), row.programme()), row.amount());
            case SETTLEMENT_RECEIVABLE ->
                    AuthorityPostings.openingReceivable(source.of(row.institution(), row.programme()), row.amount());
            case SETTLEMENT_PAYABLE -> AuthorityPostings.openingPayable(source.of(row.institution(), row.programme()), row.amount());
            case UNALLOTTED -> AuthorityPostings.openingUnallotted(source, row.amount());
            case ALLOTTED -> AuthorityPostings.openingAllotment(
                    source.of(row.institution(), known.institutions().isBureau(row.institution()) ? null : row.programme()).under(row.allotment()),
                    row.amount(), row.expended());
            default -> throw new IllegalStateException("no row can name " + row.account());
        };
    }
}
