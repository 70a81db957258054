package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.StatementId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.BankStatement;
import fundtrail.query.entity.BankStatementRows;
import fundtrail.query.entity.Explanation;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.CashMoves.Move;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.read.Reconciliation.ReconcilingItem;
import fundtrail.query.read.Reconciliation.Standing;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The bank's statements, what they and the books say of one account, and cash by source and bank account. */
public final class BankReads {
    private static final List<Dimension> CASH = List.of(
            Dimension.division, Dimension.bankAccount, Dimension.account, Dimension.fundSource, Dimension.budgetYear);

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final LineSums sums;
    private final CashMoves moves;

    /** One row of a statement. */
    record StatementRow(int row, LocalDate date, @MayBeAbsent String bankRef, Money amount, @MayBeAbsent String text) {
        static StatementRow of(BankStatementImportedRows.Row row) {
            return new StatementRow(row.row(), row.date(), row.bankRef(), row.amount(), row.text());
        }
    }

    /** A row and the statement it stands on. */
    private record BankRow(StatementId statement, BankStatementImportedRows.Row row) {}

    public BankReads(Questions questions, EntityReads reads, Entities entities, LineSums sums, DataSource source, LedgerFold fold) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.sums = sums;
        this.moves = new CashMoves(source, fold);
    }

    public Answer statements(Ask ask) throws InterruptedException {
        var account = ask.given(Params.BANK_ACCOUNT);
        return reads.list(ask, Kind.BANK_STATEMENT, Wanted.tagged(account.map(BankReads::tag)), one ->
                account.map(one.bankAccount()::equals).orElse(true));
    }

    public Answer statementRows(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        StatementId id = ask.path("statement", StatementId::new);
        BankStatement statement = reads.found(ask, asOf, Kind.BANK_STATEMENT, id.value()).body();
        int after = questions.after(ask, key -> Integer.parseInt(key.getFirst())).orElse(0);
        List<StatementRow> found = rows(List.of(statement), asOf, ask.reader().scope()).stream()
                .map(row -> StatementRow.of(row.row()))
                .filter(row -> row.row() > after)
                .limit(questions.limit(ask) + 1L)
                .toList();
        String next = questions.next(ask, asOf, found, row -> List.of(Integer.toString(row.row())));
        return Answer.json(new Page<>(asOf, questions.page(ask, found), next));
    }

    /** Cash by bank account, source and year. */
    public Answer cash(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        List<String> accounts = Arrays.stream(Account.values()).filter(Account::isCash).map(Account::name).toList();
        Sql matching = Visible.generalBooks(scope)
                .and("and account = any(?)", accounts)
                .andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?")
                .andIf(BalanceReads.text(ask, Params.FUND_SOURCE), "and fund_source = ?")
                .andIf(BalanceReads.text(ask, Params.BANK_ACCOUNT), "and bank_account = ?");
        long offset = questions.after(ask, key -> Long.parseLong(key.getFirst())).orElse(0L);
        List<Balance> found = sums.by(CASH, asOf, new Keys(false, matching), offset, questions.limit(ask) + 1);
        String next = questions.next(ask, asOf, found, _ -> List.of(Long.toString(offset + questions.limit(ask))));
        return Answer.json(new Page<>(asOf, questions.page(ask, found), next));
    }

    /** What stands on one side alone, by the bank's reference and the amount. */
    public Answer reconciliation(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Scope scope = ask.reader().scope();
        BankAccountId account = ask.path("bankAccount", BankAccountId::new);
        reads.found(ask, asOf, Kind.TREASURY_ACCOUNT, account.value());
        Map<Long, Move> inBooks = moves.in(account, asOf);
        Money ledger = Money.sum(inBooks.values().stream().map(Move::amount).toList());
        // Statements, confirmations and explanations speak of days before the one they are recorded on.
        AsOf ever = Questions.ever(asOf);
        List<BankStatement> statements = tagged(Kind.BANK_STATEMENT, account, ever, scope).stream()
                .filter(statement -> statement.bankAccount().equals(account) && !statement.from().isAfter(asOf.effective()))
                .sorted(Comparator.comparing(BankStatement::from))
                .toList();
        if (statements.isEmpty()) {
            return Answer.json(Reconciliation.withoutStatement(asOf, account, ledger));
        }
        List<BankRow> byBank = rows(statements, ever, scope).stream()
                .filter(row -> !row.row().date().isAfter(asOf.effective()))
                .toList();
        return Answer.json(compared(asOf, ever, scope, account, ledger, statements, byBank, inBooks));
    }

    private Reconciliation compared(AsOf asOf, AsOf ever, Scope scope, BankAccountId account, Money ledger,
            List<BankStatement> statements, List<BankRow> byBank, Map<Long, Move> inBooks) {
        Map<String, Explanation> explanations = explanations(account, ever, scope);
        Map<Long, Move> left = new HashMap<>(inBooks);
        List<ReconcilingItem> items = new ArrayList<>();
        var refs = moves.under(byBank.stream().map(row -> row.row().bankRef()).filter(Objects::nonNull).collect(Collectors.toSet()), ever);
        for (BankRow row : byBank) {
            Explanation explanation = explanations.get(Explanation.id(account, row.statement(), row.row().row()));
            if (!taken(left, row, refs, explanation)) {
                items.add(new ReconcilingItem(Standing.BANK, row.statement(), row.row().row(), null, null, row.row().date(), row.row().bankRef(),
                        row.row().amount(), row.row().text(), explanation == null ? null : explanation.explanation()));
            }
        }
        LocalDate first = statements.getFirst().from();
        Money before = Money.sum(left.values().stream().filter(move -> move.date().isBefore(first)).map(Move::amount).toList());
        items.addAll(alone(left.values().stream().filter(move -> !move.date().isBefore(first)).toList(), account, explanations));
        Money opening = statements.getFirst().opening();
        Money statementBalance = opening.plus(Money.sum(byBank.stream().map(row -> row.row().amount()).toList()));
        return Reconciliation.of(
                asOf, account, ledger, statementBalance, statements.getLast().to(), before.minus(opening), items);
    }

    /** Takes the move that is the row's out of those that are left. */
    private static boolean taken(Map<Long, Move> left, BankRow row, Map<String, List<Long>> refs, Explanation explanation) {
        List<Long> candidates = new ArrayList<>(refs.getOrDefault(Objects.requireNonNullElse(row.row().bankRef(), ""), List.of()));
        Optional.ofNullable(explanation).map(Explanation::position).ifPresent(candidates::add);
        Optional<Long> found = candidates.stream()
                .filter(position -> left.containsKey(position) && left.get(position).amount().equals(row.row().amount()))
                .findFirst();
        found.ifPresent(left::remove);
        return found.isPresent();
    }

    private List<ReconcilingItem> alone(List<Move> left, BankAccountId account, Map<String, Explanation> explanations) {
        var entries = moves.entries(left.stream().map(Move::position).toList());
        return left.stream()
                .sorted(Comparator.comparing(Move::date).thenComparing(Move::position))
                .map(move -> {
                    Explanation explanation = explanations.get(Explanation.id(account, move.position()));
                    return new ReconcilingItem(Standing.BOOKS, null, null, move.position(), move.type(), move.date(),
                            entries.get(move.position()).fact().bankRef(), move.amount(), null,
                            explanation == null ? null : explanation.explanation());
                })
                .toList();
    }

    private Map<String, Explanation> explanations(BankAccountId account, AsOf ever, Scope scope) {
        return entities.list(Kind.EXPLANATION, ever, scope, Wanted.tagged(Optional.of(tag(account))),
                        one -> one.bankAccount().equals(account), "", Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Version::id, Version::body));
    }

    /** The rows of some statements, in their order. */
    private List<BankRow> rows(List<BankStatement> statements, AsOf asOf, Scope scope) {
        List<BankRow> rows = new ArrayList<>();
        for (BankStatement statement : statements) {
            entities.list(Kind.BANK_STATEMENT_ROWS, asOf, scope,
                            Wanted.tagged(Optional.of(FactTags.tag(Tags.STATEMENT, statement.statement()))),
                            _ -> true, "", Integer.MAX_VALUE).stream()
                    .map(Version::body)
                    .sorted(Comparator.comparing(BankStatementRows::part))
                    .forEach(part -> part.rows().forEach(row -> rows.add(new BankRow(part.statement(), row))));
        }
        return rows;
    }

    private <T> List<T> tagged(Kind<T> kind, BankAccountId account, AsOf asOf, Scope scope) {
        return entities.list(kind, asOf, scope, Wanted.tagged(Optional.of(tag(account))), _ -> true, "", Integer.MAX_VALUE).stream()
                .map(Version::body)
                .toList();
    }

    private static String tag(BankAccountId account) {
        return FactTags.tag(Tags.BANK_ACCOUNT, account);
    }
}
