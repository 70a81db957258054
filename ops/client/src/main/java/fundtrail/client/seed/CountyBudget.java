package fundtrail.client.seed;

import static fundtrail.client.seed.CountyPeople.*;
import static fundtrail.client.seed.CountyState.allotment;
import static fundtrail.client.seed.CountyState.body;
import static fundtrail.client.seed.CountyState.yuan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.seed.ChapterText.Hand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A year's notices from above, budgets and allotments in January, and their adjustment in July. */
final class CountyBudget {
    private static final String CONGRESS = "澄湖县人民代表大会（虚构）";
    private static final String BUREAU = "澄湖县财政局（虚构）";
    private static final String PROVINCE = "省财政厅（虚构）";
    /** Ten thousand yuan, to which budgets and instalments are rounded up. */
    static final long WAN = 1_000_000;
    private static final CountySource ADJUSTED = CountySource.CTY;

    private final CountyState county;
    private final int year;

    CountyBudget(CountyState county, int year) {
        this.county = county;
        this.year = year;
    }

    /** @param postings how many this year is still to come to, at least */
    void tell(int postings) {
        LocalDate approved = CountyCalendar.workingDay(year, 1, 2);
        if (year > CountyCalendar.FIRST_YEAR) {
            ChapterText rules = new ChapterText(year + " 规则 Rules",
                    CountyCalendar.at(CountyCalendar.workingDay(year, 1, 1), "10:00"), BUDGET_OFFICER, new Hand(ACCOUNTANT));
            CountyBeginning.rules(county, rules, CountyCalendar.workingDay(year, 1, 1));
            county.files.chapter(rules);
        }
        List<CountyAllotment> allotments = allotments();
        CountyAllotment reserve = reserve();
        budgets(allotments, reserve, approved);
        List<CountyAllotment> all = new ArrayList<>(allotments);
        all.add(reserve);
        // Receipts come on the third working day, told by the month; the plan says what they are for.
        county.waiting.clear();
        List<CountyAllotment> inTurn = new ArrayList<>(allotments);
        Collections.shuffle(inTurn, county.random);
        county.plan = new CountyPlan(year, inTurn, Math.max(allotments.size() / 2, postings - allotments.size()), county.random);
        allot(all, approved, "指标下达 Allotments", "allotments-" + year, 3);
        refusedAllotment(approved);
    }

    private List<CountyAllotment> allotments() {
        List<CountyAllotment> all = new ArrayList<>();
        for (CountyProgramme programme : CountyProgramme.values()) {
            for (CountyInstitution institution : county.institutions) {
                if (programme.kinds.contains(institution.kind()) && county.isOpen(institution)) {
                    programme.shares.forEach((source, percent) -> all.add(new CountyAllotment(
                            institution, programme, source, year, amount(programme, institution, percent), "")));
                }
            }
        }
        return all;
    }

    private long amount(CountyProgramme programme, CountyInstitution institution, int percent) {
        int yuanAHead = programme.yuanAHead + (year - CountyCalendar.FIRST_YEAR) * 5;
        return (long) institution.residents() * yuanAHead * percent;
    }

    /** Authority put aside with the first institution, which July takes back. */
    private CountyAllotment reserve() {
        return new CountyAllotment(county.institutions.getFirst(), CountyProgramme.BPH, ADJUSTED, year, 30 * WAN, "-R");
    }

    private void budgets(List<CountyAllotment> allotments, CountyAllotment reserve, LocalDate day) {
        ChapterText chapter = budgetChapter(year + " 预算 Budgets", day);
        Map<CountySource, Long> fromAbove = new TreeMap<>();
        for (CountyProgramme programme : CountyProgramme.values()) {
            Map<CountySource, Long> sums = new TreeMap<>();
            allotments.stream().filter(one -> one.programme() == programme)
                    .forEach(one -> sums.merge(one.source(), one.fen(), Long::sum));
            if (programme == reserve.programme()) {
                sums.merge(reserve.source(), reserve.fen(), Long::sum);
            }
            sums.replaceAll((source, fen) -> (fen + fen / 50 + WAN - 1) / WAN * WAN);
            sums.forEach((source, fen) -> {
                if (source.comesFromAbove()) {
                    fromAbove.merge(source, fen, Long::sum);
                }
            });
            sums.keySet().removeIf(CountySource::comesFromAbove);
            budget(chapter, "budget-" + year + "-" + programme, programme, sums, 10 + programme.ordinal(), day);
        }
        county.files.chapter(chapter);
        county.files.chapter(notices(fromAbove, day));
    }

    /** One notice a source, for all its programmes. */
    private ChapterText notices(Map<CountySource, Long> fromAbove, LocalDate day) {
        ChapterText chapter = new ChapterText(year + " 转移支付下达 Transfers notified", CountyCalendar.at(day, "11:10"), CLERK,
                new Hand(CHECKER, CountyCalendar.at(day, "11:40"))).atOnce();
        fromAbove.forEach((source, fen) -> {
            String name = "notice-" + year + "-" + source;
            String paper = county.files.paper(name, "转移支付下达通知", PROVINCE, "某财社〔" + year + "〕" + (60 + source.ordinal()) + "号",
                    day, "Transfer " + name);
            chapter.step(name, "record-transfer-notice", body().put("effectiveDate", day.toString()).put("document", paper)
                    .put("tranche", source.tranche(year)).put("division", CountyYear.DIVISION).put("budgetYear", year)
                    .put("fromLevel", source == CountySource.CIT ? "CITY" : "PROVINCIAL").put("fundSource", source.name())
                    .put("amount", yuan(fen)).put("advance", false));
            county.books.approved(year, source, fen, day, day);
            county.posted(1);
        });
        return chapter;
    }

    private ChapterText budgetChapter(String title, LocalDate day) {
        return new ChapterText(title, CountyCalendar.at(day, "10:00"), BUDGET_OFFICER,
                new Hand(CHECKER, CountyCalendar.at(day, "10:30")), new Hand(ACCOUNTANT, CountyCalendar.at(day, "11:00"))).atOnce();
    }

    private void budget(ChapterText chapter, String name, CountyProgramme programme, Map<CountySource, Long> sums, int number, LocalDate day) {
        String paper = county.files.paper(name, "预算批复", CONGRESS, "澄人大〔" + year + "〕" + number + "号", day, "Budget " + name);
        ObjectNode body = body().put("effectiveDate", day.toString()).put("document", paper).put("division", CountyYear.DIVISION)
                .put("budgetYear", year).put("programme", programme.name()).put("channel", programme.channel);
        ArrayNode sources = body.putArray("sources");
        sums.forEach((source, fen) -> {
            sources.addObject().put("fundSource", source.name()).put("amount", yuan(fen));
            county.books.approved(year, source, fen, day, day);
        });
        chapter.step(name, "approve-budget", body);
        county.posted(1);
    }

    private void allot(List<CountyAllotment> allotments, LocalDate day, String title, String paperName, int number) {
        String paper = county.files.paper(paperName, "指标下达文件", BUREAU, "澄财社〔" + year + "〕" + number + "号", day, title.replaceAll("[^ -~]", "") + year);
        ChapterText chapter = new ChapterText(year + " " + title, CountyCalendar.at(day, "14:00"), BUDGET_OFFICER,
                new Hand(ACCOUNTANT, CountyCalendar.at(day, "15:30"))).atOnce();
        for (CountyAllotment one : allotments) {
            chapter.step("allotment-" + one.id(), "allot-budget", allotment(one, paper, day));
            county.books.allotted(one, one.fen(), day, day);
            county.posted(1);
        }
        county.files.chapter(chapter);
    }

    /** One more than there is: refused, and the refusal is a fact. */
    private void refusedAllotment(LocalDate day) {
        CountyInstitution institution = county.institutions.get(1);
        CountyAllotment tooMuch = new CountyAllotment(institution, CountyProgramme.BPH, ADJUSTED, year,
                county.books.unallotted(year, ADJUSTED) + 1, "-X");
        ChapterText chapter = new ChapterText(year + " 超预算 Beyond the budget", CountyCalendar.at(day, "16:00"), BUDGET_OFFICER);
        chapter.refused(null, "allotment-" + tooMuch.id(), "allot-budget", "UNALLOTTED_EXCEEDED",
                allotment(tooMuch, "allotments-" + year, day));
        county.files.chapter(chapter);
    }

    /** July: more is approved, what was put aside is taken back, and both are allotted to those who serve most. */
    void adjust() {
        LocalDate day = CountyCalendar.workingDay(year, 7, 2);
        long more = 20 * WAN;
        ChapterText supplement = budgetChapter(year + " 预算调整 Mid-year adjustment", day);
        budget(supplement, "supplement-" + year, CountyProgramme.BPH, Map.of(ADJUSTED, more), 40, day);
        county.files.chapter(supplement);

        CountyAllotment reserve = reserve();
        ChapterText back = new ChapterText(year + " 收回指标 An allotment taken back", CountyCalendar.at(day, "11:20"), CLERK,
                new Hand(CHECKER, CountyCalendar.at(day, "11:30")), new Hand(ACCOUNTANT, CountyCalendar.at(day, "11:40")));
        String paper = county.files.paper("adjustment-" + year, "预算调整通知", BUREAU, "澄财预〔" + year + "〕21号", day, "Mid-year adjustment " + year);
        back.step("take-back-" + reserve.id(), "reverse-entry", body().put("effectiveDate", day.toString()).put("document", paper)
                .put("reverses", "allotment-" + reserve.id()).put("reason", "年中预算调整，收回未下达部分"));
        county.books.allotted(reserve, -reserve.fen(), day, day);
        county.posted(1);
        county.files.chapter(back);

        List<CountyInstitution> townships = county.institutions.stream()
                .filter(one -> one.kind() == CountyInstitution.Kind.TOWNSHIP_HEALTH_CENTRE).limit(8).toList();
        List<CountyAllotment> supplements = townships.stream()
                .map(one -> new CountyAllotment(one, CountyProgramme.BPH, ADJUSTED, year, (more + reserve.fen()) / townships.size(), "-S"))
                .toList();
        allot(supplements, day, "追加指标 Supplementary allotments", "supplements-" + year, 22);
        supplements.forEach(one -> county.plan.add(10, new CountyPlan.Payment(one, one.fen() / 100 * 97, year + "-10/S")));
    }
}
