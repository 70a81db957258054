package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;
import fundtrail.query.asof.AsOf;
import fundtrail.query.fold.FactTags;
import fundtrail.query.store.Sql;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Voucher numbers (凭证号), such as 记-2018-03-0001. Each fact that posts in a division's books is one voucher of the month it
 * counts in; its number is its rank among them in the order of positions. So no number is ever assigned, none is left out,
 * and none changes: a fact recorded later, also one that is back-dated into a month still open, comes after all before it.
 */
final class Vouchers {
    /** The one voucher word (凭证字) there is: general vouchers. */
    static final String WORD = "记";

    private static final Pattern NUMBER = Pattern.compile(WORD + "-([0-9]{4}-[0-9]{2})-([0-9]{4,9})");

    /** A fact's voucher in a division's books. */
    record Voucher(DivisionCode division, String number) {}

    /** A number taken apart. */
    record Numbered(Period period, int rank) {
        /**
         * @param number as it is, or with its word as a path carries it, in percent signs
         * @throws IllegalArgumentException when it is no voucher number
         */
        static Numbered of(String number) {
            Matcher parts = NUMBER.matcher(URLDecoder.decode(number, StandardCharsets.UTF_8));
            if (!parts.matches() || Integer.parseInt(parts.group(2)) < 1) {
                throw new IllegalArgumentException(number);
            }
            return new Numbered(new Period(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
    }

    private final DataSource source;

    Vouchers(DataSource source) {
        this.source = source;
    }

    static String number(Period period, int rank) {
        return "%s-%s-%04d".formatted(WORD, period, rank);
    }

    /** The vouchers of some facts, by position; none of a fact that posts nothing. */
    Map<Long, List<Voucher>> of(Collection<Entry> entries) {
        List<String> tags = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Entry entry : entries) {
            entry.fact().lines().list().stream().map(Line::division).distinct().forEach(division -> {
                tags.add(tag(division, Period.of(entry.envelope().effectiveDate())));
                positions.add(entry.position());
            });
        }
        Map<Long, List<Voucher>> found = new HashMap<>();
        if (!tags.isEmpty()) {
            ranks(tags, positions, found);
        }
        return found;
    }

    /** Each tag's index is walked once, from one asked-for position to the next. */
    private void ranks(List<String> tags, List<Long> positions, Map<Long, List<Voucher>> found) {
        Sql.of("""
                        select tag, position, sum(more) over (partition by tag order by position) as rank from (
                            select tag, position, (select count(*) from fact_tag
                                where fact_tag.tag = step.tag and fact_tag.position > before and fact_tag.position <= step.position) as more
                            from (select tag, position, lag(position, 1, -1) over (partition by tag order by position) as before
                                from (select tag, position::bigint from unnest(?::text[], ?::text[]) wanted (tag, position)) wanted) step
                        ) counted""", tags, positions)
                .each(source, row -> {
                    String[] month = row.getString("tag").substring(FactTags.VOUCHER.length() + 1).split("/");
                    found.computeIfAbsent(row.getLong("position"), _ -> new ArrayList<>())
                            .add(new Voucher(new DivisionCode(month[0]), number(new Period(month[1]), row.getInt("rank"))));
                });
    }

    /** How many vouchers a month has. */
    int count(DivisionCode division, Period period, AsOf asOf) {
        return Sql.of("select count(*) as vouchers from fact_tag where tag = ? and position <= ?", tag(division, period), asOf.knownPosition())
                .one(source, row -> row.getInt("vouchers")).orElse(0);
    }

    /** The position of a voucher, as far as it is known. */
    Optional<Long> position(DivisionCode division, Numbered voucher, AsOf asOf) {
        return positions(division, voucher.period(), voucher.rank() - 1, 1, asOf).stream().findFirst();
    }

    /** The positions of a month's vouchers, in their order. */
    List<Long> positions(DivisionCode division, Period period, int offset, int most, AsOf asOf) {
        return Sql.of("select position from fact_tag where tag = ? and position <= ? order by position offset ? limit ?",
                        tag(division, period), asOf.knownPosition(), offset, most)
                .list(source, row -> row.getLong("position"));
    }

    private static String tag(DivisionCode division, Period period) {
        return FactTags.tag(FactTags.VOUCHER, division + "/" + period);
    }
}
