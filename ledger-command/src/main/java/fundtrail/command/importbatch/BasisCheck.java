package fundtrail.command.importbatch;

import static fundtrail.command.importbatch.Mismatch.AMOUNT_NOT_TO_THE_FEN;
import static fundtrail.command.importbatch.Mismatch.AMOUNT_TOO_LARGE;
import static fundtrail.command.importbatch.Mismatch.BASIS_MISSING;
import static fundtrail.command.importbatch.Mismatch.BASIS_OF_ANOTHER_KIND;
import static fundtrail.command.importbatch.Mismatch.CLAWBACK_UNKNOWN;
import static fundtrail.command.importbatch.Mismatch.NUMBER_WRONG;
import static fundtrail.command.importbatch.Mismatch.OFFSET_INCOMPLETE;
import static fundtrail.command.importbatch.Mismatch.PAYMENT_KIND_UNKNOWN;
import static fundtrail.command.spreadsheet.DisbursementFile.ANNUITY;
import static fundtrail.command.spreadsheet.DisbursementFile.BASIC_PAY;
import static fundtrail.command.spreadsheet.DisbursementFile.HEADCOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.HOUSING_FUND;
import static fundtrail.command.spreadsheet.DisbursementFile.MONTHS;
import static fundtrail.command.spreadsheet.DisbursementFile.OFFSET_AMOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.OFFSET_CLAWBACK;
import static fundtrail.command.spreadsheet.DisbursementFile.PAYMENT_KIND;
import static fundtrail.command.spreadsheet.DisbursementFile.QUANTITY;
import static fundtrail.command.spreadsheet.DisbursementFile.RATE_A_HEAD;
import static fundtrail.command.spreadsheet.DisbursementFile.SETTLED_YEAR;
import static fundtrail.command.spreadsheet.DisbursementFile.SOCIAL_SECURITY;
import static fundtrail.command.spreadsheet.DisbursementFile.SUBSIDY_CATEGORY;
import static fundtrail.command.spreadsheet.DisbursementFile.TASK;

import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.command.spreadsheet.Row;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Personnel;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.TaskCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads which payment a row of a clerk's file is, what its amount rests on, and what it is set off against. */
final class BasisCheck {
    /** How people write the kinds, the usual way first; spaces and case make no difference. */
    private static final Map<PaymentKind, List<String>> NAMES = Map.of(
            PaymentKind.ADVANCE, List.of("预拨", "预付", "advance"),
            PaymentKind.CAPITATION, List.of("人头预付", "按人头预付", "capitation"),
            PaymentKind.SUBSIDY, List.of("专项补助", "补助", "subsidy"),
            PaymentKind.DIRECTIVE_TASK, List.of("指令性任务", "定项定额", "directive task"),
            PaymentKind.SETTLEMENT, List.of("清算", "清算款", "settlement"));

    private static final List<DisbursementFile> PERSONNEL = List.of(BASIC_PAY, SOCIAL_SECURITY, HOUSING_FUND, ANNUITY);
    private static final List<DisbursementFile> OF_NO_KIND = List.of();

    private static final BigDecimal MOST = new BigDecimal("9999999999999.99");
    private static final int FEN_DECIMALS = 2;

    private final Row row;
    private final FaultList faults;

    BasisCheck(Row row, FaultList faults) {
        this.row = row;
        this.faults = faults;
    }

    /** Which payment the row is: an advance where it does not say; {@code null} when it says something else. */
    PaymentKind kind() {
        String cell = PAYMENT_KIND.in(row).strip();
        if (cell.isEmpty()) {
            return PaymentKind.ADVANCE;
        }
        for (PaymentKind kind : PaymentKind.values()) {
            if (Stream.concat(NAMES.get(kind).stream(), Stream.of(kind.name())).anyMatch(name -> Spelling.sameName(cell, name))) {
                return kind;
            }
        }
        return wrong(PAYMENT_KIND_UNKNOWN, PAYMENT_KIND, String.join("、", Stream.of(PaymentKind.values()).map(BasisCheck::usual).toList()));
    }

    /** What a payment of that kind rests on in this row; {@code null} when on nothing, or when a cell of it is wrong. */
    PaymentBasis of(PaymentKind kind) {
        for (DisbursementFile column : foreign(kind)) {
            if (isFilled(column)) {
                wrong(BASIS_OF_ANOTHER_KIND, column, usual(kind));
            }
        }
        return switch (kind) {
            case ADVANCE -> null;
            case SETTLEMENT -> isFilled(SETTLED_YEAR) ? read(SETTLED_YEAR, cell -> PaymentBasis.settled(Integer.parseInt(cell))) : null;
            case SUBSIDY -> subsidy();
            case DIRECTIVE_TASK -> task();
            case CAPITATION -> heads();
        };
    }

    /** What the row is set off against; {@code null} when against nothing, or when a cell of it is wrong. */
    List<ClawbackAmount> offsets() {
        if (!isFilled(OFFSET_CLAWBACK) && !isFilled(OFFSET_AMOUNT)) {
            return null;
        }
        if (!isFilled(OFFSET_CLAWBACK) || !isFilled(OFFSET_AMOUNT)) {
            return wrong(OFFSET_INCOMPLETE, isFilled(OFFSET_CLAWBACK) ? OFFSET_AMOUNT : OFFSET_CLAWBACK, "");
        }
        ClawbackId clawback = read(OFFSET_CLAWBACK, ClawbackId::new, CLAWBACK_UNKNOWN);
        Money amount = part(OFFSET_AMOUNT);
        return clawback == null || amount == null ? null
                : read(OFFSET_AMOUNT, cell -> List.of(new ClawbackAmount(clawback, amount)));
    }

    private static List<DisbursementFile> foreign(PaymentKind kind) {
        return Stream.of(
                        kind == PaymentKind.SETTLEMENT ? OF_NO_KIND : List.of(SETTLED_YEAR),
                        kind == PaymentKind.SUBSIDY ? OF_NO_KIND : List.of(SUBSIDY_CATEGORY),
                        kind == PaymentKind.SUBSIDY ? OF_NO_KIND : PERSONNEL,
                        kind == PaymentKind.DIRECTIVE_TASK ? OF_NO_KIND : List.of(TASK, QUANTITY),
                        kind == PaymentKind.CAPITATION ? OF_NO_KIND : List.of(HEADCOUNT, RATE_A_HEAD, MONTHS))
                .flatMap(List::stream)
                .toList();
    }

    private PaymentBasis subsidy() {
        String category = needed(SUBSIDY_CATEGORY);
        if (PERSONNEL.stream().noneMatch(this::isFilled)) {
            return category == null ? null : read(SUBSIDY_CATEGORY, cell -> PaymentBasis.of(new Subsidy(cell, null)));
        }
        Money basicPay = part(BASIC_PAY);
        Money socialSecurity = part(SOCIAL_SECURITY);
        Money housingFund = part(HOUSING_FUND);
        Money annuity = part(ANNUITY);
        if (category == null || basicPay == null || socialSecurity == null || housingFund == null || annuity == null) {
            return null;
        }
        return read(SUBSIDY_CATEGORY, cell -> PaymentBasis.of(
                new Subsidy(cell, new Personnel(basicPay, socialSecurity, housingFund, annuity))));
    }

    private PaymentBasis task() {
        String task = needed(TASK);
        String quantity = needed(QUANTITY);
        if (task == null || quantity == null) {
            return null;
        }
        TaskCode code = read(TASK, TaskCode::new);
        return code == null ? null : read(QUANTITY, cell -> PaymentBasis.of(new Task(code, Fraction.parse(cell), null)));
    }

    private PaymentBasis heads() {
        String headcount = needed(HEADCOUNT);
        String rate = needed(RATE_A_HEAD);
        String months = needed(MONTHS);
        if (headcount == null || rate == null || months == null) {
            return null;
        }
        Fraction yuan = read(RATE_A_HEAD, BasisCheck::positive);
        Integer year = read(MONTHS, cell -> new Heads(1, Fraction.ONE, Integer.parseInt(cell)).months());
        return yuan == null || year == null ? null
                : read(HEADCOUNT, cell -> PaymentBasis.of(new Heads(Integer.parseInt(cell), yuan, year)));
    }

    private static Fraction positive(String cell) {
        return new Heads(1, Fraction.parse(cell), 1).rate();
    }

    /** What the cell says; {@code null} when it cannot be that. */
    private <T> T read(DisbursementFile column, Function<String, T> of) {
        return read(column, of, NUMBER_WRONG);
    }

    private <T> T read(DisbursementFile column, Function<String, T> of, Mismatch otherwise) {
        try {
            return of.apply(column.in(row).strip());
        } catch (IllegalArgumentException e) {
            return wrong(otherwise, column, "");
        }
    }

    /** An amount beside the row's own: of whole fen, and not below 0.00. */
    private Money part(DisbursementFile column) {
        if (needed(column) == null) {
            return null;
        }
        BigDecimal yuan = new BigDecimal(column.in(row)).stripTrailingZeros();
        if (yuan.scale() > FEN_DECIMALS) {
            return wrong(AMOUNT_NOT_TO_THE_FEN, column, "");
        }
        if (yuan.abs().compareTo(MOST) > 0) {
            return wrong(AMOUNT_TOO_LARGE, column, MOST.toPlainString());
        }
        return yuan.signum() < 0 ? wrong(NUMBER_WRONG, column, "") : Money.ofFen(yuan.movePointRight(FEN_DECIMALS).longValueExact());
    }

    private String needed(DisbursementFile column) {
        return isFilled(column) ? column.in(row).strip() : wrong(BASIS_MISSING, column, "");
    }

    private boolean isFilled(DisbursementFile column) {
        return !column.in(row).isBlank();
    }

    private static String usual(PaymentKind kind) {
        return NAMES.get(kind).getFirst();
    }

    private <T> T wrong(Mismatch mismatch, DisbursementFile column, String recorded) {
        faults.add(mismatch, row, column, recorded);
        return null;
    }
}
