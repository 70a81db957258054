package fundtrail.client.seed;

import static fundtrail.client.seed.CountyPeople.*;
import static fundtrail.client.seed.CountyState.body;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.seed.ChapterText.Hand;
import java.time.LocalDate;

/** The first day: rules, sources, the treasury account, institutions and the accounts they are paid to. */
final class CountyBeginning {
    private static final String BUREAU = "澄湖县财政局（虚构）";
    private final CountyState county;

    CountyBeginning(CountyState county) {
        this.county = county;
    }

    void tell(LocalDate day) {
        county.files.chapter(rulesAndSources(day));
        ChapterText institutions = new ChapterText("机构登记 Institutions", CountyCalendar.at(day, "11:00"), CLERK,
                new Hand(CHECKER, CountyCalendar.at(day, "11:30"))).atOnce();
        ChapterText accounts = new ChapterText("收款账户 Payee accounts", CountyCalendar.at(day, "14:00"), PROMOTED,
                new Hand(CHECKER, CountyCalendar.at(day, "15:00"))).atOnce();
        for (CountyInstitution one : county.institutions) {
            institutions.step("institution-" + one.id(), "register-institution", body()
                    .put("effectiveDate", day.toString()).put("institution", one.id()).put("creditCode", one.creditCode())
                    .put("name", one.name()).put("type", one.kind().name()).put("ownership", one.ownership())
                    .put("division", CountyYear.DIVISION));
            accounts.step("account-" + one.firstAccount(), "register-payee-account", account(one, one.firstAccount(), 1));
            county.accounts.put(one.id(), one.firstAccount());
        }
        county.files.chapter(institutions);
        county.files.chapter(rolesAtAnInstitution(day));
        county.files.chapter(accounts);
    }

    static ObjectNode account(CountyInstitution institution, String account, int which) {
        return body().put("payeeAccount", account).put("institution", institution.id()).put("accountName", institution.name())
                .put("accountNumber", institution.accountNumber(which)).put("bank", institution.bank());
    }

    private ChapterText rulesAndSources(LocalDate day) {
        ChapterText chapter = new ChapterText("规则、资金来源、本级账户 Rules, fund sources, treasury account",
                CountyCalendar.at(day, "10:00"), BUDGET_OFFICER, new Hand(ACCOUNTANT));
        rules(county, chapter, day);
        String paper = county.files.paper("sources", "资金来源通知", BUREAU, "澄财社〔2025〕1号", day, "Fund sources for primary care");
        for (CountySource source : CountySource.values()) {
            chapter.step("source-" + source, "register-fund-source", body()
                    .put("effectiveDate", day.toString()).put("document", paper).put("fundSource", source.name())
                    .put("nameZh", source.nameZh).put("nameEn", source.nameEn).put("level", source.level)
                    .put("directFund", source == CountySource.CEN).put("restitutionOpen", "ALLOTMENT")
                    .put("restitutionClosed", source.restitutionClosed));
        }
        chapter.stepBy(CHECKER, "account-CT", "register-treasury-account", null, body()
                .put("effectiveDate", day.toString()).put("bankAccount", "CT").put("division", CountyYear.DIVISION)
                .put("use", "TREASURY").put("accountName", BUREAU).put("accountNumber", "9933052100200000018")
                .put("bank", "澄湖农村商业银行（虚构）营业部"));
        return chapter;
    }

    /** A year's rules, with its calendar. */
    static void rules(CountyState county, ChapterText chapter, LocalDate day) {
        int year = day.getYear();
        ObjectNode rules = body().put("effectiveDate", day.toString())
                .put("document", county.files.paper("rules-" + year, "资金拨付规则", BUREAU, "澄财办〔" + year + "〕1号", day,
                        "Rules for disbursement, with the calendar of " + year))
                .put("ruleSet", "rules-" + year).put("validFrom", year + "-01-01");
        ArrayNode programmes = rules.putArray("programmes");
        for (CountyProgramme programme : CountyProgramme.values()) {
            programmes.addObject().put("code", programme.name()).put("nameZh", programme.nameZh).put("nameEn", programme.nameEn);
        }
        CountyCalendar.holidays(year).forEach(one -> rules.withArray("holidays").add(one.toString()));
        CountyCalendar.workedWeekends(year).forEach(one -> rules.withArray("workingWeekends").add(one.toString()));
        rules.put("payeeAccountWaitDays", 1).put("duplicateWindowDays", 7).put("proposalDays", 60).put("passDownDays", 30);
        chapter.step("rules-" + year, "publish-rule-set", rules);
    }

    private ChapterText rolesAtAnInstitution(LocalDate day) {
        ChapterText chapter = new ChapterText("机构人员 People of an institution", CountyCalendar.at(day, "11:40"), ADMINISTRATOR,
                new Hand(ACCOUNTANT));
        String institution = county.institutions.getFirst().id();
        chapter.step("role-IA-" + institution, "grant-role", role(INSTITUTION_ACCOUNTANT, "IA").put("institution", institution));
        chapter.step("role-IS-" + institution, "grant-role", role(INSTITUTION_SIGNATORY, "IS").put("institution", institution));
        return chapter;
    }

    static ObjectNode role(String subject, String role) {
        return body().put("person", reference(subject)).put("role", role).put("division", CountyYear.DIVISION);
    }
}
