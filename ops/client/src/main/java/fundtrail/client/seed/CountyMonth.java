package fundtrail.client.seed;

import static fundtrail.client.seed.CountyPeople.*;
import static fundtrail.client.seed.CountyState.body;
import static fundtrail.client.seed.CountyState.yuan;

import fundtrail.client.seed.ChapterText.Hand;
import fundtrail.client.seed.CountyBatch.Return;
import fundtrail.client.seed.CountyBatch.Row;
import fundtrail.client.seed.CountyPlan.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A month as every month goes: instalments arrive, batches are proposed, checked, approved and executed, the bank says
 * what became of each payment. What is out of the ordinary is told by {@link CountyEvents} in between.
 */
final class CountyMonth {
    /** Of so many payments one is sent back whole, and of so many a half after it was confirmed. */
    private static final int ONE_RETURNED_IN = 150;
    private static final int ONE_HALVED_IN = 400;
    /** The month in which the province's money comes after the day it was meant to be paid out. */
    private static final int LATE_INSTALMENT = 4;

    private final CountyState county;
    private final int year;
    private final int month;
    private final CountyEvents events;
    private final List<CountyBatch> batches = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private final String name;
    /** What has arrived and is not yet recorded. */
    private long lateFen;

    CountyMonth(CountyState county, int year, int month) {
        this.county = county;
        this.year = year;
        this.month = month;
        this.events = new CountyEvents(county, year, month);
        this.name = "%d-%02d".formatted(year, month);
    }

    private LocalDate day(int number) {
        return CountyCalendar.workingDay(year, month, number);
    }

    void tell() {
        lateReturn();
        events.atItsBeginning();
        receipts();
        propose();
        events.betweenApprovalAndExecution();
        execute();
        confirm();
        sendBack();
        events.atItsEnd();
    }

    /** Sent back on the last day of the month before, and learned of in this one. */
    private void lateReturn() {
        if (county.lateReturn != null) {
            LocalDate before = day(1).withDayOfMonth(1).minusDays(1);
            ChapterText chapter = new ChapterText(name + " 迟到的退票 A return told late", CountyCalendar.at(day(1), "09:30"), CASHIER);
            returned(chapter, county.lateReturn, before, day(1));
            county.files.chapter(chapter);
            county.lateReturn = null;
        }
    }

    private void receipts() {
        ChapterText chapter = new ChapterText(name + " 到账 Receipts", CountyCalendar.at(day(3), "09:30"), CASHIER);
        for (CountySource source : CountySource.values()) {
            long fen = instalment(source);
            if (fen > 0 && isLate(source)) {
                lateFen = fen;
            } else if (fen > 0) {
                receive(chapter, source, fen, day(2), day(3));
            }
        }
        county.files.chapter(chapter);
    }

    private boolean isLate(CountySource source) {
        return year == CountyCalendar.FIRST_YEAR && month == LATE_INSTALMENT && source == CountySource.PRO;
    }

    /** What an instalment must bring, up to the next one; 0 for none. */
    private long instalment(CountySource source) {
        long needed = county.plan.needed(source, month, source.lastsUntil(month)) - county.books.cash(year, source)
                + county.waiting.stream().filter(one -> one.allotment().source() == source).mapToLong(Payment::fen).sum();
        return source.sendsIn(month) && needed > 0 ? (needed + CountyBudget.WAN - 1) / CountyBudget.WAN * CountyBudget.WAN : 0;
    }

    /** In two parts where it is much. */
    private void receive(ChapterText chapter, CountySource source, long fen, LocalDate arrived, LocalDate recorded) {
        long first = fen > 100 * CountyBudget.WAN ? fen / 2 : fen;
        chapter.step("receipt-" + name + "-" + source + "-1", CountyState.receiptCommand(source),
                county.receipt(year, source, first, arrived, recorded));
        if (fen > first) {
            chapter.step("receipt-" + name + "-" + source + "-2", CountyState.receiptCommand(source),
                    county.receipt(year, source, fen - first, arrived, recorded));
        }
    }

    private void propose() {
        List<Payment> due = new ArrayList<>(county.waiting);
        due.addAll(county.plan.of(month));
        county.waiting = new ArrayList<>();
        Map<String, Set<Long>> amounts = new HashMap<>();
        Map<CountyProgramme, List<Row>> rows = new HashMap<>();
        for (Payment payment : due) {
            CountyInstitution payee = county.payee(payment.allotment().institution());
            if (county.held.contains(payee.id())) {
                county.waiting.add(payment);
                continue;
            }
            String account = county.accounts.get(payee.id());
            long fen = payment.fen();
            while (!amounts.computeIfAbsent(account, one -> new HashSet<>()).add(fen)) {
                fen--;
            }
            List<Row> ofProgramme = rows.computeIfAbsent(payment.allotment().programme(), one -> new ArrayList<>());
            ofProgramme.add(new Row(ofProgramme.size() % CountyBatch.MOST_ROWS + 1,
                    new Payment(payment.allotment(), fen, payment.instalment()), payee, account));
        }
        for (CountyProgramme programme : CountyProgramme.values()) {
            List<Row> all = rows.getOrDefault(programme, List.of());
            for (int from = 0; from < all.size(); from += CountyBatch.MOST_ROWS) {
                batches.add(new CountyBatch(programme + "-" + name + (from == 0 ? "" : "-" + (from / CountyBatch.MOST_ROWS + 1)),
                        programme, List.copyOf(all.subList(from, Math.min(all.size(), from + CountyBatch.MOST_ROWS)))));
            }
        }
        ChapterText chapter = new ChapterText(name + " 拨款批次 Batches", CountyCalendar.at(day(5), "09:30"), CLERK).atOnce();
        for (CountyBatch batch : batches) {
            chapter.stepBy(maker(batch.programme()), "batch-" + batch.id(), "disburse-batch", null,
                    batch.proposal("%d年%d月%s".formatted(year, month, batch.programme().nameZh)),
                    new Hand(checker(batch.programme()), CountyCalendar.at(day(6), "10:00")),
                    new Hand(approver(batch.programme()), CountyCalendar.at(day(6), "15:00")));
        }
        county.files.chapter(chapter);
        batches.forEach(batch -> batch.rows().forEach(row ->
                county.books.reserved(row.allotment(), row.fen(), day(6), day(6))));
    }

    private boolean isAfterThePromotion() {
        return year > CountyCalendar.FIRST_YEAR;
    }

    private String maker(CountyProgramme programme) {
        boolean second = programme == CountyProgramme.EDS || programme == CountyProgramme.FDS;
        return !second ? CLERK : isAfterThePromotion() ? THIRD_CLERK : PROMOTED;
    }

    private String checker(CountyProgramme programme) {
        if (events.checkerIsAway()) {
            return isAfterThePromotion() ? PROMOTED : THIRD_CLERK;
        }
        return isAfterThePromotion() && programme == CountyProgramme.FDS ? PROMOTED : CHECKER;
    }

    private static String approver(CountyProgramme programme) {
        return programme == CountyProgramme.VIL ? DEPUTY_ACCOUNTANT : ACCOUNTANT;
    }

    private LocalDate paidOn() {
        return lateFen > 0 ? day(9) : day(8);
    }

    private void execute() {
        LocalDate paidOn = paidOn();
        if (lateFen > 0) {
            executeTooEarly();
        }
        ChapterText chapter = new ChapterText(name + " 支付 Execution", CountyCalendar.at(paidOn, "10:00"), CASHIER).atOnce();
        for (CountyBatch batch : batches) {
            chapter.step("execute-" + batch.id(), "execute-batch",
                    body().put("effectiveDate", paidOn.toString()).put("batch", batch.id()));
            batch.rows().forEach(row -> {
                county.books.reserved(row.allotment(), -row.fen(), paidOn, paidOn);
                if (isStopped(row)) {
                    county.waiting.add(row.payment());
                } else {
                    county.books.paid(row.allotment(), row.fen(), paidOn, paidOn);
                }
            });
            county.posted(batch.rows().size());
        }
        county.files.chapter(chapter);
    }

    /** Refused for want of cash; the money had come that day, and the ledger learns of it on the next. */
    private void executeTooEarly() {
        long cash = county.books.cash(year, CountySource.PRO);
        batches.stream().filter(batch -> needed(batch, CountySource.PRO) > cash).findFirst().ifPresent(batch -> {
            ChapterText refused = new ChapterText(name + " 库款不足 Too little cash", CountyCalendar.at(day(8), "10:00"), CASHIER);
            refused.refused(null, "execute-early-" + batch.id(), "execute-batch", "CASH_EXCEEDED",
                    body().put("effectiveDate", day(8).toString()).put("batch", batch.id()));
            county.files.chapter(refused);
        });
        ChapterText receipt = new ChapterText(name + " 迟到的到账 A receipt told late", CountyCalendar.at(day(9), "09:00"), CASHIER);
        receive(receipt, CountySource.PRO, lateFen, day(8), day(9));
        county.files.chapter(receipt);
    }

    private static long needed(CountyBatch batch, CountySource source) {
        return batch.rows().stream().filter(row -> row.allotment().source() == source).mapToLong(Row::fen).sum();
    }

    /** A hold placed, or an account closed, since the batch was approved. */
    private boolean isStopped(Row row) {
        CountyInstitution payee = county.payee(row.allotment().institution());
        return county.held.contains(payee.id()) || !county.accounts.get(payee.id()).equals(row.account());
    }

    private void confirm() {
        LocalDate paidOn = paidOn();
        for (CountyBatch batch : batches) {
            ChapterText chapter = new ChapterText(name + " 银行回单 What the bank says, " + batch.id(),
                    CountyCalendar.at(day(10), "14:00"), CASHIER).atOnce();
            for (Row row : batch.rows()) {
                int drawn = isStopped(row) ? -1 : county.random.nextInt(ONE_RETURNED_IN * ONE_HALVED_IN);
                if (drawn >= 0 && drawn % ONE_RETURNED_IN == 0) {
                    returns.add(new Return(batch.payment(row), row, row.fen()));
                } else if (drawn >= 0) {
                    chapter.step("confirmed-" + batch.payment(row), "confirm-payment", body().put("effectiveDate", paidOn.toString())
                            .put("payment", batch.payment(row)).put("bankRef", "ZF-" + batch.payment(row)));
                    if (drawn % ONE_HALVED_IN == 0) {
                        returns.add(new Return(batch.payment(row), row, row.fen() / 2));
                    }
                }
            }
            county.files.chapter(chapter);
        }
    }

    private void sendBack() {
        if (returns.isEmpty()) {
            return;
        }
        if (month == 6) {
            county.lateReturn = returns.removeLast();
        }
        ChapterText chapter = new ChapterText(name + " 退票 Returned payments", CountyCalendar.at(day(12), "09:30"), CASHIER);
        if (!returns.isEmpty() && month % 6 == 2) {
            Return first = returns.getFirst();
            chapter.refused(null, "too-much-" + first.payment(), "return-payment", "RETURN_EXCEEDED", body()
                    .put("effectiveDate", day(11).toString()).put("payment", first.payment()).put("amount", yuan(first.row().fen() + 1))
                    .put("bankRef", "TX-" + first.payment()).put("reason", "户名与账号不符，银行退票"));
            county.files.chapter(chapter);
            chapter = new ChapterText(name + " 退票 Returned payments, as they were", CountyCalendar.at(day(12), "10:00"), CASHIER);
        }
        for (Return one : returns) {
            returned(chapter, one, day(11), day(12));
        }
        county.files.chapter(chapter);
    }

    /** It is paid once more with a later batch of the year. */
    private void returned(ChapterText chapter, Return one, LocalDate effective, LocalDate recorded) {
        chapter.step("returned-" + one.payment(), "return-payment", body().put("effectiveDate", effective.toString())
                .put("payment", one.payment()).put("amount", yuan(one.fen())).put("bankRef", "TH-" + one.payment())
                .put("reason", "户名与账号不符，银行退票"));
        county.books.paid(one.row().allotment(), -one.fen(), effective, recorded);
        county.posted(1);
        county.waiting.add(new Payment(one.row().allotment(), one.fen(), one.row().payment().instalment() + "R"));
    }
}
