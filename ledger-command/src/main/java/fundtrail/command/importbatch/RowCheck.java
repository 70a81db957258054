package fundtrail.command.importbatch;

import static fundtrail.command.importbatch.Mismatch.*;
import static fundtrail.command.spreadsheet.DisbursementFile.*;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.command.spreadsheet.Row;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.fact.PayeeAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what one row of a clerk's file names, and holds every other cell against it. */
final class RowCheck {
    /** A remark that explains a repeated payment says so; no other remark lets one pass. */
    private static final Pattern REPEATED = Pattern.compile("(?:重复支付|(?i:repeated payment))\\s*[:：]\\s*(?<reason>.*\\S)\\s*");

    private static final int FEN_DECIMALS = 2;
    /** No file adds up to more than {@link Money} can say. */
    private static final BigDecimal MOST = new BigDecimal("9999999999999.99")
            .divide(BigDecimal.valueOf(DisburseBatch.MOST_ROWS), FEN_DECIMALS, RoundingMode.DOWN);

    private final Row row;
    private final DivisionCode division;
    private final LocalDate day;
    private final Known known;
    private final FaultList faults;
    private final BasisCheck basis;

    /** @param day the day the batch counts from: names and credit codes are those in force then */
    RowCheck(Row row, DivisionCode division, LocalDate day, Known known, FaultList faults) {
        this.row = row;
        this.division = division;
        this.day = day;
        this.known = known;
        this.faults = faults;
        this.basis = new BasisCheck(row, faults);
    }

    /** The amount, whatever else is wrong with the row; {@code null} when it is not one of whole fen, or too large. */
    Money amount() {
        BigDecimal yuan = new BigDecimal(AMOUNT.in(row)).stripTrailingZeros();
        if (yuan.scale() > FEN_DECIMALS) {
            return wrong(AMOUNT_NOT_TO_THE_FEN, AMOUNT, "");
        }
        if (yuan.abs().compareTo(MOST) > 0) {
            return wrong(AMOUNT_TOO_LARGE, AMOUNT, MOST.toPlainString());
        }
        if (yuan.signum() <= 0) {
            wrong(AMOUNT_NOT_POSITIVE, AMOUNT, "");
        }
        return Money.ofFen(yuan.movePointRight(FEN_DECIMALS).longValueExact());
    }

    /** The payment the row asks for; empty when something in it is wrong. */
    Optional<DisburseBatch.Row> payment(Money amount) {
        InstitutionRegistered institution = institution();
        Allotment allotment = allotment(institution);
        PayeeAccount payee = institution == null ? null : payee(institution.institution());
        String purpose = text(PURPOSE, DisburseBatch.LONGEST_PURPOSE);
        String instalment = text(INSTALMENT, DisburseBatch.LONGEST_INSTALMENT);
        String reason = reason();
        PaymentKind kind = basis.kind();
        PaymentBasis rests = kind == null ? null : basis.of(kind);
        List<ClawbackAmount> offsets = basis.offsets();
        return faults.isAt(row.number()) ? Optional.empty() : Optional.of(new DisburseBatch.Row(
                row.number(),
                kind,
                institution.institution(),
                payee.account().payeeAccount(),
                allotment.id(),
                amount,
                purpose,
                instalment,
                reason,
                rests,
                offsets));
    }

    private InstitutionRegistered institution() {
        CreditCode code;
        try {
            code = new CreditCode(CREDIT_CODE.in(row));
        } catch (IllegalArgumentException e) {
            return wrong(CREDIT_CODE_WRONG, CREDIT_CODE, "");
        }
        InstitutionId id = known.institutions().with(code.value());
        if (id == null) {
            return wrong(INSTITUTION_UNKNOWN, CREDIT_CODE, "");
        }
        InstitutionRegistered institution = known.institutions().on(id, day);
        if (!institution.creditCode().equals(code)) {
            wrong(CREDIT_CODE_REPLACED, CREDIT_CODE, institution.creditCode().value());
        }
        if (!Spelling.sameName(INSTITUTION_NAME.in(row), institution.name())) {
            wrong(NAME_MISMATCH, INSTITUTION_NAME, institution.name());
        }
        return institution;
    }

    private Allotment allotment(InstitutionRegistered institution) {
        Allotment allotment;
        try {
            allotment = known.allotments().get(new AllotmentId(ALLOTMENT_ID.in(row)));
        } catch (IllegalArgumentException e) {
            return wrong(ALLOTMENT_UNKNOWN, ALLOTMENT_ID, "");
        }
        if (allotment == null) {
            return wrong(ALLOTMENT_UNKNOWN, ALLOTMENT_ID, "");
        }
        if (!allotment.division().equals(division)
                || institution != null && !allotment.institution().equals(institution.institution())) {
            return wrong(ALLOTMENT_MISMATCH, ALLOTMENT_ID, "");
        }
        agrees(allotment);
        return allotment;
    }

    private void agrees(Allotment allotment) {
        Classification classes = allotment.classification();
        String document = allotment.document().number();
        String source = allotment.fundSource().value();
        String programme = allotment.programme().value();
        String project = classes.project() == null ? programme : classes.project();
        differs(ALLOTMENT_DOCUMENT, document, cell -> Spelling.sameNumber(cell, document));
        differs(FUND_SOURCE, source,
                cell -> Spelling.isSource(cell, known.fundSources().get(allotment.fundSource())));
        differs(FUNCTION_CLASS, classes.functional(), cell -> Spelling.isCode(cell, classes.functional()));
        differs(GOVERNMENT_ECONOMIC_CLASS, classes.economic(), cell -> Spelling.isCode(cell, classes.economic()));
        differs(PROGRAMME_CODE, project, cell -> Spelling.isCode(cell, project) || Spelling.isCode(cell, programme));
    }

    private void differs(DisbursementFile column, String recorded, Predicate<String> agrees) {
        String cell = column.in(row);
        if (!cell.isBlank() && !agrees.test(cell)) {
            wrong(ALLOTMENT_DIFFERS, column, recorded);
        }
    }

    /** Of its accounts with the number, and its legal person's, an open one first, and the one that fewest other cells speak against. */
    private PayeeAccount payee(InstitutionId institution) {
        InstitutionId legalPerson = known.institutions().legalPersonOf(institution, day);
        List<PayeeAccount> withNumber = Stream.of(institution, legalPerson).distinct()
                .flatMap(holder -> known.payeeAccountsOf(holder).stream())
                .filter(account -> Spelling.sameAccountNumber(ACCOUNT_NUMBER.in(row), account.account().accountNumber()))
                .toList();
        if (withNumber.isEmpty()) {
            return wrong(ACCOUNT_MISMATCH, ACCOUNT_NUMBER, "");
        }
        PayeeAccount nearest = withNumber.stream()
                .min(Comparator.comparing(PayeeAccount::closed).thenComparing(account -> differences(account.account())))
                .orElseThrow();
        if (!isNameOf(nearest.account())) {
            wrong(ACCOUNT_DIFFERS, PAYEE_NAME, nearest.account().accountName());
        }
        if (!isBankOf(nearest.account())) {
            wrong(ACCOUNT_DIFFERS, BANK, nearest.account().bank());
        }
        return nearest;
    }

    private int differences(PayeeAccountRegistered account) {
        return (isNameOf(account) ? 0 : 1) + (isBankOf(account) ? 0 : 1);
    }

    private boolean isNameOf(PayeeAccountRegistered account) {
        return Spelling.sameName(PAYEE_NAME.in(row), account.accountName());
    }

    private boolean isBankOf(PayeeAccountRegistered account) {
        return Spelling.sameName(BANK.in(row), account.bank());
    }

    private String text(DisbursementFile column, int longest) {
        return bounded(column, column.in(row).strip(), longest);
    }

    private String reason() {
        Matcher remark = REPEATED.matcher(REMARKS.in(row).strip());
        return remark.matches() ? bounded(REMARKS, remark.group("reason"), DisburseBatch.LONGEST_REASON) : null;
    }

    private String bounded(DisbursementFile column, String text, int longest) {
        if (text.length() > longest) {
            return wrong(TEXT_TOO_LONG, column, String.valueOf(longest));
        }
        return text.isEmpty() ? null : text;
    }

    private <T> T wrong(Mismatch mismatch, DisbursementFile column, String recorded) {
        faults.add(mismatch, row, column, recorded);
        return null;
    }
}
