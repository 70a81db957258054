package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Book;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.BudgetChannel;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.store.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where money flows: from source through programme to institution, and through which channel year by year. */
public final class FlowReads {
    private static final List<Dimension> SOURCES =
            List.of(Dimension.division, Dimension.budgetYear, Dimension.fundSource, Dimension.account);
    private static final List<Dimension> INSTITUTIONS = List.of(Dimension.division, Dimension.budgetYear, Dimension.fundSource,
            Dimension.programme, Dimension.institution, Dimension.account);
    private static final List<Dimension> PROGRAMMES =
            List.of(Dimension.division, Dimension.budgetYear, Dimension.programme, Dimension.account);

    private final Questions questions;
    private final Entities entities;
    private final LineSums sums;

    /**
     * Where a source's flow begins.
     *
     * @param granted    approved at home or notified from above, all there ever was
     * @param unallotted not yet allotted
     * @param received   what came in cash, from outside or from the risk reserve; the close of the year takes none of it away
     * @param cash       what is left of it
     */
    record SourceFlow(
            DivisionCode division, int budgetYear, FundSourceCode fundSource, Money granted, Money unallotted, Money allotted, Money paid,
            Money withdrawn, Money received, Money cash) {}

    /**
     * Where it ends: with one institution under one programme.
     *
     * @param programme absent where a lower division's bureau passes it on
     * @param paid      what was paid and did not come back
     */
    record Flow(
            DivisionCode division, int budgetYear, FundSourceCode fundSource, @MayBeAbsent ProgrammeCode programme,
            InstitutionId institution, Money allotted, Money paid) {}

    /** Sources, for whoever sees a division's books whole, and where their money went. */
    record Flows(@JsonUnwrapped AsOf asOf, List<SourceFlow> sources, List<Flow> items) {}

    /**
     * What was paid through a channel.
     *
     * @param channel absent where no budget and no notice says it
     */
    record ChannelPaid(@MayBeAbsent CompensationChannel channel, List<ProgrammeCode> programmes, Money paid) {}

    /**
     * A budget year of a division.
     *
     * @param paid      what was paid to institutions and did not come back
     * @param purchased of that, what bought services
     * @param percent   the share of the latter, two decimals, half up; absent where nothing was paid
     */
    record PurchasingYear(
            DivisionCode division, int budgetYear, Money paid, Money purchased, @MayBeAbsent String percent, List<ChannelPaid> channels) {}

    /** The share of purchasing in all money, year by year. */
    record PurchasingShare(@JsonUnwrapped AsOf asOf, List<PurchasingYear> items) {}

    private record OfSource(DivisionCode division, int budgetYear, FundSourceCode fundSource) {}

    private record OfInstitution(
            DivisionCode division, int budgetYear, FundSourceCode fundSource, ProgrammeCode programme, InstitutionId institution) {}

    private record OfYear(DivisionCode division, int budgetYear) {}

    public FlowReads(Questions questions, Entities entities, LineSums sums) {
        this.questions = questions;
        this.entities = entities;
        this.sums = sums;
    }

    public Answer flows(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Map<OfSource, Map<Account, Balance>> sources = new LinkedHashMap<>();
        sums.by(SOURCES, asOf, new Keys(true, narrowed(ask, Visible.generalBooks(ask.reader().scope()))), 0, Integer.MAX_VALUE).forEach(sum -> sources
                .computeIfAbsent(new OfSource(sum.division(), sum.budgetYear(), sum.fundSource()), _ -> new EnumMap<>(Account.class))
                .put(sum.account(), sum));
        Map<OfInstitution, Map<Account, Money>> institutions = new LinkedHashMap<>();
        Sql ofInstitutions = narrowed(ask, Visible.books(ask.reader().scope()))
                .and("and book = ? and institution is not null", Book.BUDGET.name())
                .andIf(BalanceReads.text(ask, Params.PROGRAMME), "and programme = ?");
        sums.by(INSTITUTIONS, asOf, new Keys(false, ofInstitutions), 0, Integer.MAX_VALUE).forEach(sum -> institutions
                .computeIfAbsent(new OfInstitution(sum.division(), sum.budgetYear(), sum.fundSource(), sum.programme(), sum.institution()),
                        _ -> new EnumMap<>(Account.class))
                .put(sum.account(), sum.balance()));
        return Answer.json(new Flows(asOf,
                sources.entrySet().stream().map(one -> source(one.getKey(), one.getValue())).toList(),
                institutions.entrySet().stream().map(one -> flow(one.getKey(), Authority.of(one.getValue()))).toList()));
    }

    private static Sql narrowed(Ask ask, Sql books) {
        return books.andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?")
                .andIf(ask.given(Params.BUDGET_YEAR), "and budget_year = ?")
                .andIf(BalanceReads.text(ask, Params.FUND_SOURCE), "and fund_source = ?");
    }

    private static SourceFlow source(OfSource key, Map<Account, Balance> balances) {
        Map<Account, Money> net = new EnumMap<>(Account.class);
        balances.forEach((account, balance) -> net.put(account, balance.balance()));
        Authority authority = Authority.of(net);
        Money unallotted = net.getOrDefault(Account.UNALLOTTED, Money.ZERO).negated();
        return new SourceFlow(key.division(), key.budgetYear(), key.fundSource(), authority.allotted().plus(unallotted), unallotted,
                authority.allotted().minus(authority.withdrawn()), authority.expended(), authority.withdrawn(),
                credited(balances, Account.INFLOW).plus(credited(balances, Account.TRANSFER_FROM_RESERVE)), net.getOrDefault(Account.TREASURY_CASH, Money.ZERO));
    }

    /** Turnover: what is reversed is a credit below zero, and the close of a year is a debit. */
    private static Money credited(Map<Account, Balance> balances, Account account) {
        return balances.containsKey(account) ? balances.get(account).credit() : Money.ZERO;
    }

    private static Flow flow(OfInstitution key, Authority authority) {
        return new Flow(key.division(), key.budgetYear(), key.fundSource(), key.programme(), key.institution(),
                authority.allotted().minus(authority.withdrawn()), authority.expended());
    }

    public Answer purchasing(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Map<String, CompensationChannel> channels = new TreeMap<>();
        for (Version<BudgetChannel> version : entities.list(
                Kind.BUDGET_CHANNEL, asOf, ask.reader().scope(), Wanted.ALL, _ -> true, "", Integer.MAX_VALUE)) {
            channels.put(version.id(), version.body().channel());
        }
        Keys keys = new Keys(false, Visible.books(ask.reader().scope())
                .and("and account = ? and programme is not null", Account.EXPENDED.name())
                .andIf(BalanceReads.text(ask, Params.DIVISION), "and division = ?"));
        Map<OfYear, Map<String, ChannelPaid>> years = new LinkedHashMap<>();
        sums.by(PROGRAMMES, asOf, keys, 0, Integer.MAX_VALUE).forEach(sum -> {
            CompensationChannel channel = channels.get(BudgetChannel.id(sum.division(), sum.budgetYear(), sum.programme()));
            years.computeIfAbsent(new OfYear(sum.division(), sum.budgetYear()), _ -> new TreeMap<>()).merge(String.valueOf(channel),
                    new ChannelPaid(channel, List.of(sum.programme()), sum.balance().negated()), FlowReads::together);
        });
        return Answer.json(new PurchasingShare(asOf, years.entrySet().stream()
                .map(year -> year(year.getKey(), List.copyOf(year.getValue().values())))
                .toList()));
    }

    private static ChannelPaid together(ChannelPaid one, ChannelPaid other) {
        Set<String> programmes = new TreeSet<>();
        one.programmes().forEach(programme -> programmes.add(programme.value()));
        other.programmes().forEach(programme -> programmes.add(programme.value()));
        return new ChannelPaid(one.channel(), programmes.stream().map(ProgrammeCode::new).toList(), one.paid().plus(other.paid()));
    }

    private static PurchasingYear year(OfYear key, List<ChannelPaid> channels) {
        List<Money> all = new ArrayList<>();
        List<Money> purchases = new ArrayList<>();
        for (ChannelPaid channel : channels) {
            all.add(channel.paid());
            if (channel.channel() != null && channel.channel().isPurchase()) {
                purchases.add(channel.paid());
            }
        }
        Money paid = Money.sum(all);
        Money purchased = Money.sum(purchases);
        String percent = paid.isZero() ? null : BigDecimal.valueOf(purchased.fen()).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(paid.fen()), 2, RoundingMode.HALF_UP).toPlainString();
        return new PurchasingYear(key.division(), key.budgetYear(), paid, purchased, percent, channels);
    }
}
