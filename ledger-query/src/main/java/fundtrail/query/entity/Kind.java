package fundtrail.query.entity;

import java.util.List;

/**
 * A kind of entity: its stable name in the store, and what is stored of it.
 *
 * @param name as in {@code version_of.kind}
 */
public record Kind<T>(String name, Class<T> body) {
    public static final Kind<Ledger> LEDGER = new Kind<>("ledger", Ledger.class);
    public static final Kind<Person> PERSON = new Kind<>("person", Person.class);
    public static final Kind<Delegation> DELEGATION = new Kind<>("delegation", Delegation.class);
    public static final Kind<RuleSet> RULE_SET = new Kind<>("ruleSet", RuleSet.class);
    public static final Kind<AuthorityMatrix> AUTHORITY_MATRIX = new Kind<>("authorityMatrix", AuthorityMatrix.class);
    public static final Kind<Institution> INSTITUTION = new Kind<>("institution", Institution.class);
    public static final Kind<FundSource> FUND_SOURCE = new Kind<>("fundSource", FundSource.class);
    public static final Kind<TreasuryAccount> TREASURY_ACCOUNT = new Kind<>("treasuryAccount", TreasuryAccount.class);
    public static final Kind<PayeeAccount> PAYEE_ACCOUNT = new Kind<>("payeeAccount", PayeeAccount.class);
    public static final Kind<Allotment> ALLOTMENT = new Kind<>("allotment", Allotment.class);
    public static final Kind<BudgetChannel> BUDGET_CHANNEL = new Kind<>("budgetChannel", BudgetChannel.class);
    public static final Kind<Tranche> TRANCHE = new Kind<>("tranche", Tranche.class);
    public static final Kind<UsePlan> USE_PLAN = new Kind<>("usePlan", UsePlan.class);
    public static final Kind<Batch> BATCH = new Kind<>("batch", Batch.class);
    public static final Kind<Payment> PAYMENT = new Kind<>("payment", Payment.class);
    public static final Kind<TaskRate> TASK_RATE = new Kind<>("taskRate", TaskRate.class);
    public static final Kind<ReserveDraw> RESERVE_DRAW = new Kind<>("reserveDraw", ReserveDraw.class);
    /** What later facts opened to more people. */
    public static final Kind<Opened> OPENED = new Kind<>("opened", Opened.class);
    public static final Kind<Hold> HOLD = new Kind<>("hold", Hold.class);
    public static final Kind<TipOff> TIP_OFF = new Kind<>("tipOff", TipOff.class);
    public static final Kind<InventedHeads> INVENTED_HEADS = new Kind<>("inventedHeads", InventedHeads.class);
    public static final Kind<Flag> FLAG = new Kind<>("flag", Flag.class);
    public static final Kind<Case> CASE = new Kind<>("case", Case.class);
    public static final Kind<Finding> FINDING = new Kind<>("finding", Finding.class);
    public static final Kind<Clawback> CLAWBACK = new Kind<>("clawback", Clawback.class);
    public static final Kind<Charge> CHARGE = new Kind<>("charge", Charge.class);
    public static final Kind<Alert> ALERT = new Kind<>("alert", Alert.class);
    /** What red-flag rules remember. */
    public static final Kind<Watch> WATCH = new Kind<>("watch", Watch.class);
    public static final Kind<Proposal> PROPOSAL = new Kind<>("proposal", Proposal.class);
    public static final Kind<Extract> EXTRACT = new Kind<>("extract", Extract.class);
    public static final Kind<ProposalRows> PROPOSAL_ROWS = new Kind<>("proposalRows", ProposalRows.class);
    public static final Kind<Community> COMMUNITY = new Kind<>("community", Community.class);
    public static final Kind<Period> PERIOD = new Kind<>("period", Period.class);
    public static final Kind<YearEnd> YEAR_END = new Kind<>("yearEnd", YearEnd.class);
    public static final Kind<ClosedYear> CLOSED_YEAR = new Kind<>("closedYear", ClosedYear.class);
    public static final Kind<BankStatement> BANK_STATEMENT = new Kind<>("bankStatement", BankStatement.class);
    public static final Kind<BankStatementRows> BANK_STATEMENT_ROWS = new Kind<>("bankStatementRows", BankStatementRows.class);
    public static final Kind<Explanation> EXPLANATION = new Kind<>("explanation", Explanation.class);

    public static final Kind<WorkEquivalentSchedule> WORK_EQUIVALENT_SCHEDULE =
            new Kind<>("workEquivalentSchedule", WorkEquivalentSchedule.class);
    public static final Kind<PurchasePool> PURCHASE_POOL = new Kind<>("purchasePool", PurchasePool.class);
    public static final Kind<UnitStandard> UNIT_STANDARD = new Kind<>("unitStandard", UnitStandard.class);
    public static final Kind<VolumeReport> VOLUME_REPORT = new Kind<>("volumeReport", VolumeReport.class);
    public static final Kind<VolumeRows> VOLUME_ROWS = new Kind<>("volumeRows", VolumeRows.class);
    public static final Kind<FundingPlan> FUNDING_PLAN = new Kind<>("fundingPlan", FundingPlan.class);
    public static final Kind<Settlement> SETTLEMENT = new Kind<>("settlement", Settlement.class);

    /** Every kind there is. */
    public static final List<Kind<?>> ALL = List.of(
            LEDGER, PERSON, DELEGATION, RULE_SET, AUTHORITY_MATRIX, INSTITUTION, FUND_SOURCE, TREASURY_ACCOUNT, PAYEE_ACCOUNT, ALLOTMENT,
            BUDGET_CHANNEL, TRANCHE, USE_PLAN,
            BATCH, PAYMENT, TASK_RATE, RESERVE_DRAW, HOLD, OPENED, TIP_OFF, INVENTED_HEADS, FLAG, CASE, FINDING, CLAWBACK, CHARGE, ALERT, WATCH, PROPOSAL, PROPOSAL_ROWS, COMMUNITY, PERIOD, YEAR_END, CLOSED_YEAR, BANK_STATEMENT, BANK_STATEMENT_ROWS,
            EXPLANATION, WORK_EQUIVALENT_SCHEDULE, PURCHASE_POOL, UNIT_STANDARD, VOLUME_REPORT,
            VOLUME_ROWS, FUNDING_PLAN, SETTLEMENT, EXTRACT);

    /** @throws IllegalArgumentException when there is none of that name */
    public static Kind<?> named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of entity is named " + name));
    }
}
