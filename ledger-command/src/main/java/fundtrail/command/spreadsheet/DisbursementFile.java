package fundtrail.command.spreadsheet;

import fundtrail.command.spreadsheet.Column.Kind;

import java.util.Arrays;

/** The columns of a clerk's monthly file of disbursements: a payment a row. */
public enum DisbursementFile {

    SERIAL_NUMBER("序号", "serial number", Kind.TEXT, false),
    INSTITUTION_NAME("机构名称", "institution name", Kind.TEXT, true),
    /** The unified social credit code (GB 32100) of the institution for whose work is paid. */
    CREDIT_CODE("统一社会信用代码", "unified social credit code", Kind.CODE, true),
    ALLOTMENT_DOCUMENT("指标文号", "allotment document", Kind.TEXT, true),
    ALLOTMENT_ID("指标ID", "allotment id", Kind.CODE, true),
    FUND_SOURCE("资金来源", "fund source", Kind.TEXT, true),
    FUNCTION_CLASS("功能科目", "function class", Kind.TEXT, true),
    GOVERNMENT_ECONOMIC_CLASS("政府经济科目", "government economic class", Kind.TEXT, true),
    PROGRAMME_CODE("项目代码", "programme code", Kind.CODE, true),
    PURPOSE("用途", "purpose", Kind.TEXT, true),
    /** Yuan. */
    AMOUNT("金额", "amount", Kind.AMOUNT, true),
    PAYEE_NAME("收款户名", "payee name", Kind.TEXT, true),
    ACCOUNT_NUMBER("账号", "account number", Kind.CODE, true),
    BANK("开户行", "bank", Kind.TEXT, true),
    /** Which instalment of an advance this is; other payments have none. */
    INSTALMENT("期次", "instalment", Kind.TEXT, false),
    REMARKS("备注", "remarks", Kind.TEXT, false),
    /** Which payment it is; an advance where the cell is empty. What follows is filled in as the kind asks for. */
    PAYMENT_KIND("支付类型", "payment kind", Kind.TEXT, false),
    SETTLED_YEAR("清算年度", "settled year", Kind.CODE, false),
    SUBSIDY_CATEGORY("补助类别", "subsidy category", Kind.CODE, false),
    BASIC_PAY("基本工资", "basic pay", Kind.AMOUNT, false),
    SOCIAL_SECURITY("社会保障缴费", "social security", Kind.AMOUNT, false),
    HOUSING_FUND("住房公积金", "housing fund", Kind.AMOUNT, false),
    ANNUITY("职业年金", "annuity", Kind.AMOUNT, false),
    TASK("任务项目", "task", Kind.CODE, false),
    QUANTITY("数量", "quantity", Kind.CODE, false),
    HEADCOUNT("人数", "headcount", Kind.CODE, false),
    /** Yuan a head and year. */
    RATE_A_HEAD("人均标准", "rate a head", Kind.AMOUNT, false),
    MONTHS("月数", "months", Kind.CODE, false),
    /** Which claw-back the payment is set off against, and how much of it; a row has one, or none. */
    OFFSET_CLAWBACK("抵扣追缴", "offset claw-back", Kind.CODE, false),
    /** Yuan. */
    OFFSET_AMOUNT("抵扣金额", "offset amount", Kind.AMOUNT, false);

    private static final Columns COLUMNS = Columns.of(Arrays.stream(values()).map(DisbursementFile::column).toList());

    private final Column column;

    DisbursementFile(String header, String english, Kind kind, boolean required) {
        this.column = new Column(header, english, kind, required);
    }

    /** All of them, in the order in which the file usually has them; any order is read. */
    public static Columns columns() {
        return COLUMNS;
    }

    public Column column() {
        return column;
    }

    /** The text that {@code row} has in this column; empty if none. */
    public String in(Row row) {
        return row.text(column);
    }
}
