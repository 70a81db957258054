package fundtrail.client.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.seed.ChapterText.Hand;
import fundtrail.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the pack {@code disbursement-batch} consists of, beside what is written there by hand: file by file. */
final class DisbursementBatchPack {
    static final String DIVISION = "330521";
    static final String ALLOTTED_BY = "澄财社〔2026〕3号";
    static final String BATCH = "BPH-2026-01";
    /** The centre whose payments the inspector holds before they are executed. */
    static final Centre HELD = Centre.ALL.get(8);
    /** The payment the bank sends back whole. */
    static final Centre RETURNED_CENTRE = Centre.ALL.get(9);
    static final Source RETURNED_SOURCE = Source.PRO;

    private static final String CLERK = "zhou.min";
    private static final String CHECKER = "wu.jianguo";
    private static final String APPROVER = "shen.ruolan";
    private static final String BUDGET_OFFICER = "qian.xiaoyan";
    private static final String CASHIER = "sun.xiaomei";
    private static final String ADMINISTRATOR = "gu.mingyuan";

    private DisbursementBatchPack() {}

    /** Every generated file of the pack by its path, in the order of the story. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Documents.ALL.forEach((path, lines) -> files.put(path, Pdf.of(lines)));
        files.put("files/2026-01-advances.xlsx", ClerkFile.xlsx(ClerkFile.asFirstWritten()));
        files.put("files/2026-01-advances-corrected.xlsx", ClerkFile.xlsx(ClerkFile.corrected()));
        chapters().forEach((path, chapter) -> files.put(path, chapter.text().getBytes(StandardCharsets.UTF_8)));
        Expected.files().forEach((path, csv) -> files.put(path, csv.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static Map<String, ChapterText> chapters() {
        Map<String, ChapterText> chapters = new LinkedHashMap<>();
        chapters.put("chapters/02-institutions.json", institutions());
        chapters.put("chapters/03-payee-accounts.json", payeeAccounts());
        chapters.put("chapters/04-budgets.json", budgets());
        chapters.put("chapters/05-receipts.json", receipts());
        chapters.put("chapters/06-allotments.json", allotments());
        chapters.put("chapters/09-bank.json", bank());
        return chapters;
    }

    private static ChapterText institutions() {
        ChapterText chapter = new ChapterText("机构登记 Institutions", "2026-01-05T02:00:00Z", CLERK, new Hand(CHECKER));
        for (Centre centre : Centre.ALL) {
            chapter.step("institution-" + centre.id(), "register-institution", body()
                    .put("institution", centre.id())
                    .put("creditCode", centre.creditCode())
                    .put("name", centre.name())
                    .put("type", "TOWNSHIP_HEALTH_CENTRE")
                    .put("ownership", "PUBLIC")
                    .put("division", DIVISION));
        }
        Centre first = Centre.ALL.getFirst();
        atInstitution(chapter, "p-5d18c2b7e9", "IA", first);
        atInstitution(chapter, "p-c47a0e63f1", "IS", first);
        return chapter;
    }

    /** A role at an institution, which there must be first. */
    private static void atInstitution(ChapterText chapter, String person, String role, Centre centre) {
        ObjectNode step = body().put("person", person).put("role", role).put("division", DIVISION).put("institution", centre.id());
        chapter.stepBy(ADMINISTRATOR, "role-" + role + "-" + centre.id(), "grant-role", "2026-01-05T03:00:00Z", step, new Hand(APPROVER));
    }

    private static ChapterText payeeAccounts() {
        ChapterText chapter = new ChapterText("收款账户登记 Payee accounts", "2026-01-06T02:00:00Z", CLERK, new Hand(CHECKER));
        for (Centre centre : Centre.ALL) {
            chapter.step("account-" + centre.id(), "register-payee-account", body()
                    .put("payeeAccount", centre.payeeAccount())
                    .put("institution", centre.id())
                    .put("accountName", centre.name())
                    .put("accountNumber", centre.accountNumber())
                    .put("bank", centre.bank()));
        }
        return chapter;
    }

    /** Each is proposed, checked and approved before the next is proposed; money from above is notified, by two hands. */
    private static ChapterText budgets() {
        ChapterText chapter = new ChapterText("预算批复与转移支付 Budgets and transfers", "2026-01-08T02:00:00Z", BUDGET_OFFICER);
        for (Source source : Source.values()) {
            String hour = "2026-01-08T0" + (2 + source.ordinal() * 2) + ":";
            ObjectNode body = body()
                    .put("effectiveDate", "2026-01-08")
                    .put("document", Documents.budgetOf(source))
                    .put("division", DIVISION)
                    .put("budgetYear", 2026)
                    .put("programme", "BPH")
                    .put("channel", "BASIC_SERVICE_PURCHASE");
            if (source.comesFromAbove()) {
                body.put("tranche", source.tranche())
                        .put("fromLevel", "PROVINCIAL")
                        .put("fundSource", source.name())
                        .put("amount", source.budget.toString())
                        .put("advance", true);
                chapter.stepBy(CLERK, "notice-" + source, "record-transfer-notice", hour + "00:00Z", body, new Hand(CHECKER, hour + "30:00Z"));
            } else {
                body.putArray("sources").addObject().put("fundSource", source.name()).put("amount", source.budget.toString());
                chapter.step("budget-" + source, "approve-budget", hour + "00:00Z", body,
                        new Hand(CHECKER, hour + "30:00Z"), new Hand(APPROVER, hour + "50:00Z"));
            }
        }
        return chapter;
    }

    private static ChapterText receipts() {
        ChapterText chapter = new ChapterText("资金到账 Receipts", "2026-01-09T02:00:00Z", CASHIER);
        int number = 0;
        for (Source source : Source.values()) {
            for (int i = 0; i < source.receipts.size(); i++) {
                number++;
                ObjectNode body = body().put("effectiveDate", "2026-01-09").put("division", DIVISION);
                if (source.comesFromAbove()) {
                    body.put("tranche", source.tranche()).put("arrivedOn", "2026-01-09");
                } else {
                    body.put("budgetYear", 2026).put("fundSource", source.name());
                }
                chapter.step("receipt-" + source + "-" + (i + 1),
                        source.comesFromAbove() ? "record-transfer-receipt" : "record-fund-receipt", body
                        .put("bankAccount", "CT")
                        .put("bankRef", "GK20260109%04d".formatted(number))
                        .put("amount", source.receipts.get(i).toString()));
            }
        }
        return chapter;
    }

    private static ChapterText allotments() {
        ChapterText chapter = new ChapterText("指标下达 Allotments", "2026-01-12T02:00:00Z", BUDGET_OFFICER, new Hand(APPROVER));
        for (Centre centre : Centre.ALL) {
            for (Source source : Source.values()) {
                ObjectNode body = body()
                        .put("effectiveDate", "2026-01-12")
                        .put("document", "allotments")
                        .put("allotment", centre.allotment(source))
                        .put("institution", centre.id())
                        .put("division", DIVISION)
                        .put("fundSource", source.name())
                        .put("programme", "BPH")
                        .put("budgetYear", 2026);
                body.putObject("classification").put("functional", "2100408").put("economic", "50502");
                body.put("amount", centre.allotted(source).toString());
                chapter.step("allotment-" + source + "-" + centre.id(), "allot-budget", body);
            }
        }
        return chapter;
    }

    private static ChapterText bank() {
        ChapterText chapter = new ChapterText("银行回单 What the bank says", "2026-01-19T02:00:00Z", CASHIER);
        int number = 0;
        for (Centre centre : Centre.ALL) {
            for (Source source : Source.values()) {
                if (centre != HELD && !isReturned(centre, source)) {
                    number++;
                    chapter.step("confirmed-" + source + "-" + centre.id(), "confirm-payment", body()
                            .put("effectiveDate", "2026-01-16")
                            .put("payment", payment(centre, source))
                            .put("bankRef", "ZF20260116%04d".formatted(number)));
                }
            }
        }
        chapter.step("returned", "return-payment", "2026-01-20T01:30:00Z", body()
                .put("effectiveDate", "2026-01-19")
                .put("payment", payment(RETURNED_CENTRE, RETURNED_SOURCE))
                .put("amount", RETURNED_CENTRE.advance(RETURNED_SOURCE).toString())
                .put("bankRef", "TH202601190001")
                .put("reason", "户名与账号不符，银行退票"));
        return chapter;
    }

    static boolean isReturned(Centre centre, Source source) {
        return centre == RETURNED_CENTRE && source == RETURNED_SOURCE;
    }

    private static String payment(Centre centre, Source source) {
        return BATCH + "." + ClerkFile.rowOf(centre, source);
    }

    private static ObjectNode body() {
        return Json.MAPPER.createObjectNode();
    }
}
