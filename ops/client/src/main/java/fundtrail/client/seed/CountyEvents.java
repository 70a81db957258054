package fundtrail.client.seed;

import static fundtrail.client.seed.CountyPeople.*;
import static fundtrail.client.seed.CountyState.allotment;
import static fundtrail.client.seed.CountyState.body;

import fundtrail.client.seed.ChapterText.Hand;
import java.time.LocalDate;

/** What is out of the ordinary in the county's two years, month by month. */
final class CountyEvents {
    private static final String BUREAU = "澄湖县财政局（虚构）";
    private static final int FIRST = CountyCalendar.FIRST_YEAR;

    private final CountyState county;
    private final int year;
    private final int month;
    private final String name;

    CountyEvents(CountyState county, int year, int month) {
        this.county = county;
        this.year = year;
        this.month = month;
        this.name = "%d-%02d".formatted(year, month);
    }

    private boolean is(int year, int month) {
        return this.year == year && this.month == month;
    }

    private LocalDate day(int number) {
        return CountyCalendar.workingDay(year, month, number);
    }

    private ChapterText chapter(String title, int day, String time, String by, Hand... hands) {
        return new ChapterText(name + " " + title, CountyCalendar.at(day(day), time), by, hands);
    }

    private Hand hand(String by, int day, String time) {
        return new Hand(by, CountyCalendar.at(day(day), time));
    }

    /** In August the checker is on leave, and has lent his signature. */
    boolean checkerIsAway() {
        return month == 8;
    }

    void atItsBeginning() {
        if (is(FIRST + 1, 1)) {
            promotion();
        } else if (is(FIRST, 4)) {
            lifted("TH03", FIRST, 3, SECOND_INSPECTOR);
        } else if (is(FIRST, 11)) {
            lifted("CH01", FIRST, 9, LEGAL_OFFICER);
        } else if (is(FIRST + 1, 6)) {
            lifted("TH04", FIRST + 1, 5, SECOND_INSPECTOR);
        } else if (is(FIRST, 7)) {
            merger();
        } else if (is(FIRST + 1, 3)) {
            accountReplaced("TH06", 2);
        }
        if (month == 7) {
            new CountyBudget(county, year).adjust();
        } else if (month == 8) {
            delegation();
        }
    }

    void betweenApprovalAndExecution() {
        if (is(FIRST, 3)) {
            held("TH03");
        } else if (is(FIRST, 9)) {
            held("CH01");
        } else if (is(FIRST + 1, 5)) {
            held("TH04");
        } else if (is(FIRST + 1, 11)) {
            held("CH02");
        } else if (is(FIRST, 5)) {
            accountReplaced("TH05", 7);
        }
    }

    void atItsEnd() {
        if (is(FIRST, 2)) {
            cashierWantsToAllot();
        } else if (is(FIRST, 3)) {
            holderWantsToRelease();
        } else if (is(FIRST, 8) || is(FIRST + 1, 5)) {
            mistypedReceipt();
        } else if (is(FIRST + 1, 8)) {
            backEarlier();
        } else if (month == 12) {
            givenUpAtYearsEnd();
        }
    }

    private void promotion() {
        ChapterText chapter = chapter("岗位调整 A change of role", 2, "16:30", ADMINISTRATOR, hand(ACCOUNTANT, 2, "16:40"));
        chapter.step("revoke-CL-" + PROMOTED, "revoke-role", CountyBeginning.role(PROMOTED, "CL"));
        county.files.chapter(chapter);
        ChapterText granted = chapter("岗位调整 A change of role", 2, "17:00", ADMINISTRATOR, hand(ACCOUNTANT, 2, "17:10"));
        granted.step("grant-CK-" + PROMOTED, "grant-role", CountyBeginning.role(PROMOTED, "CK"));
        county.files.chapter(granted);
    }

    private void held(String institution) {
        LocalDate placed = day(7);
        String paper = county.files.paper("hold-" + institution, "暂停拨付通知", BUREAU, "澄财监〔" + year + "〕" + month + "号", placed,
                "Payment hold on " + institution);
        ChapterText chapter = chapter("暂停拨付 A hold", 7, "09:20", INSPECTOR);
        chapter.step("hold-" + institution, "place-payment-hold", body().put("document", paper).put("hold", hold(institution, year, month))
                .put("institution", institution).put("legalBasis", "基本公共卫生服务补助资金管理办法（示例）")
                .put("reviewOn", placed.plusDays(30).toString()).put("expiresOn", placed.plusDays(180).toString()));
        county.files.chapter(chapter);
        county.held.add(institution);
    }

    private static String hold(String institution, int year, int month) {
        return "HOLD-%d-%02d-%s".formatted(year, month, institution);
    }

    private void lifted(String institution, int placedIn, int placedMonth, String by) {
        ChapterText chapter = chapter("解除暂停 A hold lifted", 2, "10:20", by);
        chapter.step("release-" + institution, "release-payment-hold", body().put("hold", hold(institution, placedIn, placedMonth))
                .put("reason", "核查完毕，未发现问题"));
        county.files.chapter(chapter);
        county.held.remove(institution);
    }

    /** Whoever placed a hold does not lift it; that it was tried is a fact. */
    private void holderWantsToRelease() {
        ChapterText chapter = chapter("自行解除 Lifting one's own hold", 13, "09:00", INSPECTOR);
        chapter.refused(null, "release-own-TH03", "release-payment-hold", "HOLDER_CONFLICT",
                body().put("hold", hold("TH03", FIRST, 3)).put("reason", "本人复核"));
        county.files.chapter(chapter);
    }

    private void cashierWantsToAllot() {
        CountyAllotment wanted = new CountyAllotment(county.institutions.getFirst(), CountyProgramme.BPH, CountySource.CTY, year, 100_00, "-C");
        ChapterText chapter = chapter("越权 Beyond one's role", 13, "09:00", CASHIER);
        chapter.refused(null, "allotment-" + wanted.id(), "allot-budget", "ROLE_MISSING",
                allotment(wanted, "allotments-" + year, day(13)));
        county.files.chapter(chapter);
    }

    private void merger() {
        CountyInstitution from = county.merging();
        CountyInstitution into = county.institution("TH02");
        String paper = county.files.paper("merger", "机构合并批复", "澄湖县卫生健康局（虚构）", "澄卫〔" + year + "〕17号", day(2),
                from.id() + " goes on in " + into.id());
        ChapterText chapter = chapter("机构合并 A merger", 2, "09:00", CLERK, hand(CHECKER, 2, "09:20"), hand(ACCOUNTANT, 2, "09:40"));
        chapter.step("merger", "merge-institution", body().put("effectiveDate", day(2).toString()).put("document", paper)
                .put("from", from.id()).put("into", into.id()));
        county.files.chapter(chapter);
        county.mergedInto.put(from.id(), into);
        county.books.merged(from, into, day(2), day(2));
    }

    private void accountReplaced(String id, int day) {
        CountyInstitution institution = county.institution(id);
        String old = county.accounts.get(id);
        String account = id + "-second";
        ChapterText closed = chapter("账户注销 An account closed", day, "14:00", CLERK, hand(CHECKER, day, "14:20"));
        closed.step("close-" + old, "close-payee-account", body().put("payeeAccount", old).put("reason", "开户行网点撤并"));
        county.files.chapter(closed);
        ChapterText opened = chapter("新账户 The account in its place", day, "14:30", CLERK, hand(CHECKER, day, "14:50"));
        opened.step("account-" + account, "register-payee-account", CountyBeginning.account(institution, account, 2));
        county.files.chapter(opened);
        county.accounts.put(id, account);
    }

    private void delegation() {
        String to = year == FIRST ? THIRD_CLERK : PROMOTED;
        ChapterText chapter = chapter("代签 A signature lent", 1, "17:00", CHECKER, hand(ACCOUNTANT, 1, "17:30"));
        var body = body().put("delegation", "LEAVE-" + year).put("from", reference(CHECKER)).put("to", reference(to))
                .put("division", CountyYear.DIVISION);
        body.putArray("commands").add("DisburseBatch");
        body.put("limit", "100000000.00").put("validFrom", day(2).toString()).put("validUntil", day(18).toString());
        chapter.step("leave-" + year, "grant-delegation", body);
        county.files.chapter(chapter);
    }

    private void backEarlier() {
        ChapterText chapter = chapter("提前收回 Back earlier", 14, "09:00", CHECKER, hand(ACCOUNTANT, 14, "09:30"));
        chapter.step("back-" + year, "revoke-delegation", body().put("delegation", "LEAVE-" + year));
        county.files.chapter(chapter);
    }

    /** A receipt entered with two digits exchanged is taken back in red, and entered once more as it was. */
    private void mistypedReceipt() {
        long right = 123_400_00;
        long wrong = 132_400_00;
        String bankRef = "GK-TYPED-" + name;
        LocalDate arrived = day(12);
        ChapterText typed = chapter("录入错误 A mistyped receipt", 13, "10:00", CASHIER);
        typed.step("mistyped-" + name, "record-fund-receipt", CountyState.receipt(year, CountySource.CTY, wrong, arrived, bankRef));
        county.files.chapter(typed);
        county.books.received(year, CountySource.CTY, wrong, arrived, day(13));
        String paper = county.files.paper("red-" + name, "红字冲销审批单", BUREAU, "澄财库〔" + year + "〕" + month + "号", day(14), "Reversal " + name);
        ChapterText back = chapter("红字冲销 A reversal", 14, "10:00", CLERK, hand(CHECKER, 14, "10:30"), hand(ACCOUNTANT, 14, "11:00"));
        back.step("red-" + name, "reverse-entry", body().put("effectiveDate", arrived.toString()).put("document", paper)
                .put("reverses", "mistyped-" + name).put("reason", "金额录入颠倒"));
        county.files.chapter(back);
        county.books.received(year, CountySource.CTY, -wrong, arrived, day(14));
        ChapterText again = chapter("更正 As it was", 14, "11:30", CASHIER);
        again.step("right-" + name, "record-fund-receipt", CountyState.receipt(year, CountySource.CTY, right, arrived, bankRef));
        county.files.chapter(again);
        county.books.received(year, CountySource.CTY, right, arrived, day(14));
        county.posted(3);
    }

    /** Approved in the year's last days and not paid any more: what was reserved is given up before the year ends. */
    private void givenUpAtYearsEnd() {
        CountyBatch batch = new CountyBatch("CLOSE-" + year, CountyProgramme.BPH, county.plan.of(12).stream()
                .filter(one -> one.allotment().programme() == CountyProgramme.BPH && one.allotment().institution().id().equals("TH01"))
                .limit(1)
                .map(one -> new CountyBatch.Row(1, new CountyPlan.Payment(one.allotment(), 1_000_00, name + "/C"),
                        one.allotment().institution(), county.accounts.get("TH01")))
                .toList());
        if (batch.rows().isEmpty()) {
            return;
        }
        ChapterText approved = chapter("年末批次 A batch at year's end", 15, "09:30", CLERK, hand(CHECKER, 16, "10:00"), hand(ACCOUNTANT, 16, "15:00"));
        approved.step("batch-" + batch.id(), "disburse-batch", batch.proposal("年末零星支付"));
        county.files.chapter(approved);
        ChapterText cancelled = chapter("撤销占用 Given up", 19, "16:00", CASHIER);
        cancelled.step("cancel-" + batch.id(), "cancel-batch", body().put("effectiveDate", day(19).toString()).put("batch", batch.id())
                .put("reason", "年末未支付，撤销占用"));
        county.files.chapter(cancelled);
        CountyBatch.Row row = batch.rows().getFirst();
        county.books.reserved(row.allotment(), row.fen(), day(16), day(16));
        county.books.reserved(row.allotment(), -row.fen(), day(19), day(19));
        county.posted(1);
    }
}
