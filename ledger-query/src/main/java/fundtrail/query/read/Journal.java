package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Signature;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.access.Scope;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.FundSource;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Ledger;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.LedgerFold;
import fundtrail.query.journal.JournalAccount;
import fundtrail.query.journal.JournalFormat;
import fundtrail.query.journal.JournalText;
import fundtrail.query.journal.Transaction;
import fundtrail.query.journal.Transaction.Posting;
import fundtrail.query.store.Sql;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * One journal. Its transactions are the lines in the facts' own bytes; what it asserts at the end are sums over the lines as
 * projected. So whoever checks it checks the one against the other. Read a page at a time, and held nowhere as a whole.
 */
final class Journal {
    private static final int PAGE = 500;

    private final Cut cut;
    private final Scope scope;
    private final Entities entities;
    private final DataSource source;
    private final LedgerFold fold;
    private final Ledger ledger;
    private final String query;
    private final Vouchers vouchers;

    /** @param shown whether the fact itself is for these eyes; its lines count in any case */
    private record Found(Entry entry, boolean shown) {}

    Journal(Cut cut, Scope scope, Entities entities, DataSource source, LedgerFold fold, Ledger ledger, String query) {
        this.cut = cut;
        this.scope = scope;
        this.entities = entities;
        this.source = source;
        this.fold = fold;
        this.ledger = ledger;
        this.query = query;
        this.vouchers = new Vouchers(source);
    }

    /** Writes all of it; answers how many facts it holds. */
    long write(JournalFormat format, OutputStream out) throws IOException {
        JournalText text = format.on(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        text.heading(heading());
        SortedMap<JournalAccount, Money> opening = sums(cut.linesBefore());
        SortedMap<JournalAccount, Money> closing = sums(cut.lines());
        opening.forEach((account, money) -> closing.merge(account, money, Money::plus));
        List<LocalDate> days = days();
        if (closing.isEmpty()) {
            text.flush();
            return 0;
        }
        LocalDate first = cut.from() == null ? days.getFirst() : cut.from();
        text.accounts(named(closing), first);
        if (!opening.isEmpty()) {
            text.transaction(new Transaction(first, "opening balances 期初余额", Map.of(), opening.entrySet().stream()
                    .map(one -> new Posting(one.getKey(), one.getValue(), Map.of()))
                    .toList()));
        }
        long facts = 0;
        for (LocalDate day : days) {
            facts += write(text, day);
        }
        text.closing(days.isEmpty() ? first : days.getLast(), closing);
        text.flush();
        return facts;
    }

    private List<String> heading() {
        return List.of(
                "Fundtrail: " + ledger.ledgerId() + " (" + ledger.origin() + "), " + (ledger.purpose().name().equals("REHEARSAL")
                        ? "REHEARSAL, not a real ledger 演练账，非正式账" : "production ledger 正式账"),
                ledger.divisions().stream().filter(one -> cut.divisions().contains(one.code()))
                        .map(one -> one.code() + " " + one.name()).collect(Collectors.joining(", ")),
                query,
                "known up to position 已知至序号 " + cut.asOf().knownPosition() + ", recorded 记账时间 "
                        + EntryCodec.instant(cut.asOf().knownAt()) + "; counts up to 业务日期至 " + cut.asOf().effective(),
                "dated by 日期为 " + (cut.recorded() ? "the day recorded 记账日期" : "the day it counts 业务日期")
                        + "; debits are positive, credits negative 借方为正，贷方为负");
    }

    private long write(JournalText text, LocalDate day) throws IOException {
        long facts = 0;
        long after = -1;
        List<Found> page;
        do {
            page = page(day, after);
            var numbers = vouchers.of(page.stream().map(Found::entry).toList());
            for (Found found : page) {
                after = found.entry().position();
                text.transaction(transaction(day, found, numbers.getOrDefault(after, List.of())));
                facts++;
            }
        } while (page.size() == PAGE);
        return facts;
    }

    private Transaction transaction(LocalDate day, Found found, List<Vouchers.Voucher> numbers) {
        Entry entry = found.entry();
        List<Posting> postings = new ArrayList<>();
        for (Line line : entry.fact().lines()) {
            if (cut.holds(line)) {
                postings.add(new Posting(JournalAccount.of(line), line.signed(), tags(line)));
            }
        }
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("position", Long.toString(entry.position()));
        tags.put("recorded", EntryCodec.instant(entry.recordedAt()));
        tags.put("effective", entry.envelope().effectiveDate().toString());
        tag(tags, "voucher", numbers.stream().filter(one -> cut.divisions().contains(one.division()))
                .map(Vouchers.Voucher::number).reduce((one, more) -> one + " " + more).orElse(null));
        if (!found.shown()) {
            return new Transaction(day, "–", tags, postings);
        }
        var envelope = entry.envelope();
        tags.put("event-id", envelope.eventId().toString());
        tags.put("fact", envelope.type());
        if (envelope.concerns() != null) {
            tags.put("concerns", envelope.concerns().toString());
        }
        String title = envelope.type() + JournalTerms.fact(envelope.type());
        if (envelope.document() != null) {
            tags.put("document", envelope.document().sha256());
            title += " " + envelope.document().number();
        }
        for (Signature hand : envelope.signatures()) {
            tags.put(hand.step().name().toLowerCase(Locale.ROOT), hand.person().value());
        }
        return new Transaction(day, title, tags, postings);
    }

    private static Map<String, String> tags(Line line) {
        Map<String, String> tags = new LinkedHashMap<>();
        tag(tags, "programme", line.programme());
        tag(tags, "allotment", line.allotment());
        tag(tags, "clawback", line.clawback());
        tag(tags, "tranche", line.tranche());
        tag(tags, "bank-account", line.bankAccount());
        return tags;
    }

    private static void tag(Map<String, String> tags, String name, Object value) {
        if (value != null) {
            tags.put(name, value.toString());
        }
    }

    /** The days of the journal, first to last. */
    private List<LocalDate> days() {
        return Sql.of("select distinct " + day() + " as day from fact where", dayArguments()).and(cut.facts())
                .and("order by day").list(source, row -> row.getObject("day", LocalDate.class));
    }

    private String day() {
        return cut.recorded() ? "(fact.recorded_at at time zone ?)::date" : "fact.effective_date";
    }

    private Object[] dayArguments() {
        return cut.recorded() ? new Object[] {cut.zone().getId()} : new Object[0];
    }

    private List<Found> page(LocalDate day, long after) {
        Sql sql = Sql.of("select entry,").and(Visible.shown(scope)).and("as shown from fact where");
        if (cut.recorded()) {
            sql.and("fact.recorded_at >= ? and fact.recorded_at < ?", day.atStartOfDay(cut.zone()).toInstant(),
                    day.plusDays(1).atStartOfDay(cut.zone()).toInstant());
        } else {
            sql.and("fact.effective_date = ?", day);
        }
        return sql.and("and fact.position > ? and", after).and(cut.facts()).and("order by fact.position limit ?", PAGE)
                .list(source, row -> new Found(fold.decode(row.getBytes("entry")), row.getBoolean("shown")));
    }

    private SortedMap<JournalAccount, Money> sums(Sql lines) {
        SortedMap<JournalAccount, Money> sums = new TreeMap<>();
        Sql.of("""
                        select line.account, line.fund_source, line.budget_year, line.division, line.institution, sum(line.amount) as amount
                        from line join fact on fact.position = line.position where""")
                .and(lines)
                .and("group by line.account, line.fund_source, line.budget_year, line.division, line.institution")
                .each(source, row -> sums.put(account(row), LineSums.money(row, "amount")));
        return sums;
    }

    private static JournalAccount account(ResultSet row) throws SQLException {
        String institution = row.getString("institution");
        return new JournalAccount(Account.valueOf(row.getString("account")), new FundSourceCode(row.getString("fund_source")),
                row.getInt("budget_year"), new DivisionCode(row.getString("division")),
                institution == null ? null : new InstitutionId(institution));
    }

    /** What people call each account: its own name, its source's, its institution's. */
    private SortedMap<JournalAccount, String> named(SortedMap<JournalAccount, Money> accounts) {
        Map<String, String> sources = new HashMap<>();
        for (Version<FundSource> one : entities.named(Kind.FUND_SOURCE,
                accounts.keySet().stream().map(account -> account.fundSource().value()).distinct().toList(), Questions.ever(cut.asOf()), scope)) {
            sources.put(one.id(), one.body().nameZh());
        }
        Map<String, String> institutions = new HashMap<>();
        for (Version<Institution> one : entities.named(Kind.INSTITUTION, accounts.keySet().stream()
                .filter(account -> account.institution() != null).map(account -> account.institution().value()).distinct().toList(),
                Questions.ever(cut.asOf()), scope)) {
            institutions.put(one.id(), one.body().name());
        }
        SortedMap<JournalAccount, String> names = new TreeMap<>();
        for (JournalAccount account : accounts.keySet()) {
            List<String> name = new ArrayList<>(List.of(JournalTerms.account(account.account())));
            name.add(sources.getOrDefault(account.fundSource().value(), account.fundSource().value()));
            if (account.institution() != null) {
                name.add(institutions.getOrDefault(account.institution().value(), account.institution().value()));
            }
            names.put(account, String.join("／", name));
        }
        return names;
    }
}
