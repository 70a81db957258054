package fundtrail.query.read;

import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.BankStatement;
import fundtrail.query.entity.Batch;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Charge;
import fundtrail.query.entity.ClosedYear;
import fundtrail.query.entity.Extract;
import fundtrail.query.entity.Finding;
import fundtrail.query.entity.FundSource;
import fundtrail.query.entity.FundingPlan;
import fundtrail.query.entity.Institution;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Period;
import fundtrail.query.entity.ReserveDraw;
import fundtrail.query.entity.RuleSet;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.TaskRate;
import fundtrail.query.entity.TreasuryAccount;
import fundtrail.query.entity.UnitStandard;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.entity.WorkEquivalentSchedule;
import fundtrail.query.http.Shape;

/** What each answer looks like, for the interface's description. */
public final class Shapes {
    public static final Shape HEALTH = Shape.json(SystemReads.Health.class);
    public static final Shape METRICS = Shape.raw("text/plain");
    public static final Shape PROBLEM_PAGE = Shape.json(SystemReads.ProblemPage.class);
    public static final Shape OPENAPI = Shape.raw("application/json");
    public static final Shape ME = Shape.json(AccessReads.Me.class);
    public static final Shape ACCESS = Shape.json(AccessReads.Table.class);
    public static final Shape LEDGER = Shape.json(LedgerReads.LedgerView.class);
    public static final Shape RULE_SETS = current(RuleSet.class);
    public static final Shape RULE_SET = currentOne(RuleSet.class);
    public static final Shape AUTHORITY_MATRIX = currentOne(AuthorityMatrix.class);
    public static final Shape PEOPLE = Shape.json(Page.class, PeopleReads.PersonView.class);
    public static final Shape PERSON = Shape.json(One.class, PeopleReads.PersonView.class);
    public static final Shape INSTITUTIONS = Shape.json(Page.class, CommunityReads.InstitutionView.class);
    public static final Shape INSTITUTION = Shape.json(One.class, CommunityReads.InstitutionView.class);
    public static final Shape COMMUNITIES = Shape.json(Page.class, CommunityReads.CommunityView.class);
    public static final Shape COMMUNITY = Shape.json(One.class, CommunityReads.CommunityView.class);
    public static final Shape STATEMENT = Shape.json(InstitutionReads.Statement.class);
    public static final Shape PAYEE_ACCOUNTS = current(PayeeAccount.class);
    public static final Shape PAYEE_ACCOUNT = currentOne(PayeeAccount.class);
    public static final Shape TREASURY_ACCOUNTS = current(TreasuryAccount.class);
    public static final Shape FUND_SOURCES = current(FundSource.class);
    public static final Shape FUND_SOURCE = currentOne(FundSource.class);
    public static final Shape BREAKDOWN = Shape.json(FundSourceReads.Breakdown.class);
    public static final Shape ALLOTMENTS = Shape.json(Page.class, AllotmentReads.AllotmentView.class);
    public static final Shape ALLOTMENT_LIFE = Shape.json(AllotmentLife.Life.class);
    public static final Shape TRANSFERS = Shape.json(Page.class, TransferReads.TransferView.class);
    public static final Shape TRANSFER = Shape.json(One.class, TransferReads.TransferView.class);
    public static final Shape USE_PLANS = Shape.json(UsePlanReads.Forecast.class);
    public static final Shape FLOWS = Shape.json(FlowReads.Flows.class);
    public static final Shape PURCHASING = Shape.json(FlowReads.PurchasingShare.class);
    public static final Shape ALLOTMENT = Shape.json(One.class, AllotmentReads.AllotmentView.class);
    public static final Shape JOURNAL = Shape.raw("text/plain");
    public static final Shape EVIDENCE = Shape.raw("application/zip");
    public static final Shape EXTRACTS = current(Extract.class);
    public static final Shape PROPOSALS = Shape.json(Page.class, ProposalViews.ProposalView.class);
    public static final Shape PROPOSAL = Shape.json(One.class, ProposalViews.ProposalView.class);
    public static final Shape TO_SIGN = Shape.json(Page.class, SigningReads.ToSign.class);
    public static final Shape CHANGES = Shape.json(ProposalChanges.Changes.class);
    public static final Shape DELEGATIONS = Shape.json(Page.class, DelegationReads.DelegationView.class);
    public static final Shape DELEGATION = Shape.json(One.class, DelegationReads.DelegationView.class);
    public static final Shape PROPOSAL_ROWS = Shape.json(Page.class, ProposalReads.ProposedRow.class);
    public static final Shape BATCHES = current(Batch.class);
    public static final Shape BATCH = Shape.json(One.class, PaymentReads.BatchView.class);
    public static final Shape PAYMENTS = current(Payment.class);
    public static final Shape PAYMENT = Shape.json(One.class, PaymentReads.PaymentStory.class);
    public static final Shape PAYMENT_ADVICE = Shape.json(AdviceReads.PaymentAdvice.class);
    public static final Shape TASK_RATES = current(TaskRate.class);
    public static final Shape RESERVE_STATEMENT = Shape.json(ReserveReads.ReserveStatement.class);
    public static final Shape RESERVE_DRAWS = current(ReserveDraw.class);
    public static final Shape HOLDS = Shape.json(Page.class, HoldReads.HoldView.class);
    public static final Shape HOLD = Shape.json(One.class, HoldReads.HoldView.class);
    public static final Shape SCHEDULES = current(WorkEquivalentSchedule.class);
    public static final Shape SCHEDULE = currentOne(WorkEquivalentSchedule.class);
    public static final Shape UNIT_STANDARDS = current(UnitStandard.class);
    public static final Shape PURCHASE_POOLS = Shape.json(Page.class, PurchaseReads.PoolView.class);
    public static final Shape PURCHASE_POOL = Shape.json(One.class, PurchaseReads.PoolView.class);
    public static final Shape FUNDING_PLANS = current(FundingPlan.class);
    public static final Shape FUNDING_PLAN = currentOne(FundingPlan.class);
    public static final Shape VOLUMES = current(VolumeReport.class);
    public static final Shape VOLUME = currentOne(VolumeReport.class);
    public static final Shape VOLUME_ROWS = Shape.json(Page.class, PurchaseReads.VolumeRow.class);
    public static final Shape SETTLEMENTS = current(Settlement.class);
    public static final Shape SETTLEMENT = Shape.json(One.class, SettlementReads.Sheet.class);
    public static final Shape ALERT_RULES = Shape.json(AlertReads.AlertRules.class);
    public static final Shape ALERT_COMPARISON = Shape.json(AlertReads.Comparison.class);
    public static final Shape ALERTS = Shape.json(Page.class, AlertReads.AlertView.class);
    public static final Shape ALERT = Shape.json(One.class, AlertReads.AlertStory.class);
    public static final Shape CLAIMS = Shape.json(Page.class, ClaimReads.ClaimRow.class);
    public static final Shape CLAIM = Shape.json(One.class, ClaimReads.ClaimPage.class);
    public static final Shape BLAST_RADIUS = Shape.json(BlastRadius.Blast.class);
    public static final Shape CASES = current(Case.class);
    public static final Shape CASE = Shape.json(One.class, CaseReads.CaseView.class);
    public static final Shape CASE_TIMELINE = Shape.json(Page.class, FactSummary.class);
    public static final Shape FINDINGS = current(Finding.class);
    public static final Shape CLAWBACKS = Shape.json(Page.class, ClawbackReads.ClawbackView.class);
    public static final Shape CLAWBACK = Shape.json(One.class, ClawbackReads.ClawbackView.class);
    public static final Shape CHARGES = current(Charge.class);
    public static final Shape AGING = Shape.json(RestitutionReads.Aging.class);
    public static final Shape RECOVERY_FORECAST = Shape.json(RestitutionReads.RecoveryForecast.class);
    public static final Shape RESTITUTION = Shape.json(RestitutionReads.Restitution.class);
    public static final Shape BALANCES = Shape.json(Page.class, Balance.class);
    public static final Shape TRIAL_BALANCE = Shape.json(BalanceReads.TrialBalance.class);
    public static final Shape PERIODS = current(Period.class);
    public static final Shape PERIOD_BOOKS = Shape.json(ClosingReads.PeriodBooks.class);
    public static final Shape YEAR_BOOKS = Shape.json(ClosingReads.YearBooks.class);
    public static final Shape CLOSED_YEARS = current(ClosedYear.class);
    public static final Shape VOUCHERS = Shape.json(Page.class, ClosingReads.VoucherView.class);
    public static final Shape VOUCHER = Shape.json(One.class, ClosingReads.VoucherView.class);
    public static final Shape BANK_STATEMENTS = current(BankStatement.class);
    public static final Shape STATEMENT_ROWS = Shape.json(Page.class, BankReads.StatementRow.class);
    public static final Shape RECONCILIATION = Shape.json(Reconciliation.class);
    public static final Shape FACTS = Shape.json(Page.class, FactSummary.class);
    public static final Shape FACT = Shape.json(One.class, FactView.class);
    public static final Shape DOCUMENTS = Shape.json(Page.class, DocumentReads.DocumentView.class);
    public static final Shape DOCUMENT = Shape.raw("*/*");
    public static final Shape LOG = Shape.json(ProofReads.Log.class);
    public static final Shape NOTE = Shape.raw("text/plain");
    public static final Shape TILE = Shape.raw("application/octet-stream");
    public static final Shape ENTRY = Shape.raw("application/octet-stream");

    private Shapes() {}

    private static Shape current(Class<? extends Record> entity) {
        return Shape.json(Page.class, Current.class, entity);
    }

    private static Shape currentOne(Class<? extends Record> entity) {
        return Shape.json(One.class, Current.class, entity);
    }
}
