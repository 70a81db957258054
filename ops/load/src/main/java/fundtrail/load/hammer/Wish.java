package fundtrail.load.hammer;

import fundtrail.load.bureau.Bureau;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What a cashier asks for.
 *
 * @param kind    which command
 * @param payment the payment concerned; {@code null} for a receipt
 * @param fen     how much; 0 for a confirmation, which moves nothing
 */
record Wish(Kind kind, int cashier, String key, String payment, long fen, LocalDate effective) {
    /** The commands of one hand that a cashier gives all day. */
    enum Kind {
        RECEIPT("record-fund-receipt", "FundReceived"),
        RETURN("return-payment", "PaymentReturned"),
        CONFIRMATION("confirm-payment", "PaymentConfirmed");

        final String command;
        final String fact;

        Kind(String command, String fact) {
            this.command = command;
            this.fact = fact;
        }
    }

    String person() {
        return "p-" + Bureau.cashier(cashier);
    }

    String path() {
        return "/commands/" + kind.command;
    }

    byte[] body() {
        String date = "{\"effectiveDate\":\"" + effective + "\",";
        String amount = "\"amount\":\"" + yuan() + "\",";
        String body = date + switch (kind) {
            case RECEIPT -> amount + "\"division\":\"" + Bureau.DIVISION + "\",\"budgetYear\":" + Bureau.YEAR + ",\"fundSource\":\""
                    + Bureau.SOURCE + "\",\"bankAccount\":\"" + Bureau.ACCOUNT + "\",\"bankRef\":\"" + key + "\"}";
            case RETURN -> amount + "\"payment\":\"" + payment + "\",\"bankRef\":\"" + key + "\",\"reason\":\"" + Bureau.REASON + "\"}";
            case CONFIRMATION -> "\"payment\":\"" + payment + "\",\"bankRef\":\"" + key + "\"}";
        };
        return body.getBytes(StandardCharsets.UTF_8);
    }

    String yuan() {
        return fen / 100 + "." + "%02d".formatted(fen % 100);
    }

    /** Under the same key, something else. */
    Wish other() {
        return new Wish(kind, cashier, key, payment, fen + 1, effective.plusDays(1));
    }
}
