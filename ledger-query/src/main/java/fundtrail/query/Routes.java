package fundtrail.query;

import static fundtrail.query.access.Audience.ANYONE;
import static fundtrail.query.access.Audience.AUDITORS;
import static fundtrail.query.access.Audience.BUREAU;
import static fundtrail.query.access.Audience.KEEPERS_OF_PEOPLE;
import static fundtrail.query.access.Audience.READERS;
import static fundtrail.query.read.Params.moment;
import static fundtrail.query.read.Params.paged;

import fundtrail.query.http.Answer;
import fundtrail.query.http.OpenApi;
import fundtrail.query.http.Route;
import fundtrail.query.read.AccessReads;
import fundtrail.query.read.AdviceReads;
import fundtrail.query.read.AllotmentLife;
import fundtrail.query.read.AllotmentReads;
import fundtrail.query.read.BalanceReads;
import fundtrail.query.read.BankReads;
import fundtrail.query.read.ClosingReads;
import fundtrail.query.read.CommunityReads;
import fundtrail.query.read.DelegationReads;
import fundtrail.query.read.DocumentReads;
import fundtrail.query.read.FactReads;
import fundtrail.query.read.FlowReads;
import fundtrail.query.read.FundSourceReads;
import fundtrail.query.read.HoldReads;
import fundtrail.query.read.InstitutionReads;
import fundtrail.query.read.LedgerReads;
import fundtrail.query.read.MasterReads;
import fundtrail.query.read.Params;
import fundtrail.query.read.PaymentReads;
import fundtrail.query.read.PeopleReads;
import fundtrail.query.read.ProofReads;
import fundtrail.query.read.ProposalChanges;
import fundtrail.query.read.ProposalReads;
import fundtrail.query.read.PurchaseReads;
import fundtrail.query.read.ReserveReads;
import fundtrail.query.read.SettlementReads;
import fundtrail.query.read.Shapes;
import fundtrail.query.read.SigningReads;
import fundtrail.query.read.SystemReads;
import fundtrail.query.read.TransferReads;
import fundtrail.query.read.UsePlanReads;
import java.util.ArrayList;
import java.util.List;

/** Every address there is, in one list; those of the log of proofs stand in {@link LogRoutes}. All are reads: GET, and HEAD with it. */
record Routes(
        SystemReads system,
        AccessReads access,
        LedgerReads ledger,
        MasterReads master,
        InstitutionReads institutions,
        FundSourceReads fundSources,
        AllotmentReads allotments,
        AllotmentLife life,
        TransferReads transfers,
        UsePlanReads usePlans,
        FlowReads flows,
        PaymentReads payments,
        AdviceReads advice,
        ReserveReads reserve,
        HoldReads holds,
        PurchaseReads purchases,
        SettlementReads settlements,
        InquiryRoutes inquiries,
        ProposalReads proposals,
        ProposalChanges changes,
        SigningReads signing,
        DelegationReads delegations,
        PeopleReads people,
        BalanceReads balances,
        ClosingReads closing,
        BankReads bank,
        CommunityReads communities,
        FactReads facts,
        ProofReads proofs,
        DocumentReads documents,
        ExtractRoutes extracts) {

    List<Route> all() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("health", "/health", ANYONE, "Whether the feed is followed and reads are answered",
                        List.of(), Shapes.HEALTH, system::health),
                new Route("metrics", "/metrics", ANYONE, "Measures, for Prometheus",
                        List.of(), Shapes.METRICS, system::metrics),
                new Route("problem", "/problems/{code}", ANYONE, "What a problem means and what to do",
                        List.of(), Shapes.PROBLEM_PAGE, system::problem),

                new Route("access", "/api/access", READERS, "Who may see what: the table every read is cut by",
                        List.of(Params.ROLE), Shapes.ACCESS, access::table),
                new Route("me", "/api/me", READERS, "Who the token is, the roles held, and what they let one see",
                        List.of(), Shapes.ME, access::me),
                new Route("ledger", "/api/ledger", READERS, "The ledger: its divisions, its purpose, how far it is known",
                        moment(), Shapes.LEDGER, ledger::ledger),
                new Route("ruleSets", "/api/rule-sets", READERS, "Rule sets",
                        paged(), Shapes.RULE_SETS, master::ruleSets),
                new Route("ruleSet", "/api/rule-sets/{ruleSet}", READERS, "One rule set",
                        moment(), Shapes.RULE_SET, master::ruleSet),
                new Route("authorityMatrix", "/api/authority-matrix", READERS, "The signatures each command needs",
                        moment(), Shapes.AUTHORITY_MATRIX, master::authorityMatrix),
                new Route("people", "/api/people", KEEPERS_OF_PEOPLE, "People by reference, and their roles",
                        paged(Params.DIVISION, Params.INSTITUTION, Params.ROLE), Shapes.PEOPLE, people::list),
                new Route("person", "/api/people/{person}", KEEPERS_OF_PEOPLE, "One person by reference",
                        moment(), Shapes.PERSON, people::one),
                new Route("delegations", "/api/delegations", READERS, "Who may sign what in whose stead",
                        paged(Params.PERSON, Params.DIVISION, Params.ACTIVE), Shapes.DELEGATIONS, delegations::list),
                new Route("delegation", "/api/delegations/{delegation}", READERS, "One delegation",
                        moment(), Shapes.DELEGATION, delegations::one),

                new Route("institutions", "/api/institutions", READERS, "Institutions",
                        paged(Params.DIVISION), Shapes.INSTITUTIONS, communities::institutions),
                new Route("institution", "/api/institutions/{institution}", READERS, "One institution",
                        moment(), Shapes.INSTITUTION, communities::institution),
                new Route("communities", "/api/medical-communities", READERS, "Medical communities",
                        paged(Params.DIVISION), Shapes.COMMUNITIES, communities::communities),
                new Route("community", "/api/medical-communities/{community}", READERS, "One medical community, its members and its history",
                        moment(), Shapes.COMMUNITY, communities::community),
                new Route("statement", "/api/institutions/{institution}/statement", READERS,
                        "An institution's lines with a running balance, documents and signers",
                        paged(Params.ACCOUNT, Params.FUND_SOURCE, Params.PROGRAMME, Params.BUDGET_YEAR, Params.FROM, Params.TO),
                        Shapes.STATEMENT, institutions::statement),
                new Route("payeeAccounts", "/api/payee-accounts", READERS, "Institutions' bank accounts",
                        paged(Params.INSTITUTION), Shapes.PAYEE_ACCOUNTS, master::payeeAccounts),
                new Route("payeeAccount", "/api/payee-accounts/{payeeAccount}", READERS, "One bank account of an institution",
                        moment(), Shapes.PAYEE_ACCOUNT, master::payeeAccount),
                new Route("treasuryAccounts", "/api/treasury-accounts", READERS, "The bureau's own bank accounts",
                        paged(Params.DIVISION), Shapes.TREASURY_ACCOUNTS, master::treasuryAccounts),
                new Route("reconciliation", "/api/treasury-accounts/{bankAccount}/reconciliation", BUREAU,
                        "The reconciliation of a bank account: what stands in the books or in the bank statement alone",
                        moment(), Shapes.RECONCILIATION, bank::reconciliation),
                new Route("bankStatements", "/api/bank-statements", READERS, "Bank statements",
                        paged(Params.BANK_ACCOUNT), Shapes.BANK_STATEMENTS, bank::statements),
                new Route("bankStatementRows", "/api/bank-statements/{statement}/rows", READERS, "The rows of a bank statement, in their order",
                        paged(), Shapes.STATEMENT_ROWS, bank::statementRows),
                new Route("cash", "/api/cash", BUREAU, "Cash by bank account, account, fund source and budget year",
                        paged(Params.DIVISION, Params.FUND_SOURCE, Params.BANK_ACCOUNT), Shapes.BALANCES, bank::cash),

                new Route("fundSources", "/api/fund-sources", READERS, "Fund sources",
                        paged(), Shapes.FUND_SOURCES, master::fundSources),
                new Route("fundSource", "/api/fund-sources/{fundSource}", READERS, "One fund source",
                        moment(), Shapes.FUND_SOURCE, master::fundSource),
                new Route("fundSourceBreakdown", "/api/fund-sources/{fundSource}/breakdown", READERS,
                        "A source's money down to institution and programme",
                        moment(Params.DIVISION, Params.BUDGET_YEAR), Shapes.BREAKDOWN, fundSources::breakdown),
                new Route("allotments", "/api/allotments", READERS, "Allotments, and what became of their authority",
                        paged(Params.INSTITUTION, Params.FUND_SOURCE, Params.PROGRAMME, Params.BUDGET_YEAR, Params.DIVISION),
                        Shapes.ALLOTMENTS, allotments::list),
                new Route("allotment", "/api/allotments/{allotment}", READERS, "One allotment",
                        moment(), Shapes.ALLOTMENT, allotments::one),
                new Route("allotmentLife", "/api/allotments/{allotment}/life", READERS,
                        "An allotment from the fact that made it: each fact that changed it, and what was left then",
                        paged(), Shapes.ALLOTMENT_LIFE, life::life),
                new Route("transfers", "/api/transfers", READERS,
                        "Transfers from above and to below by tranche: notified, received, passed on, still held and due, matching funds",
                        paged(Params.DIVISION, Params.FUND_SOURCE, Params.BUDGET_YEAR, Params.TRANCHE),
                        Shapes.TRANSFERS, transfers::list),
                new Route("transfer", "/api/transfers/{transfer}", READERS,
                        "One tranche of one division: its code, a dot, and the tranche",
                        moment(), Shapes.TRANSFER, transfers::one),
                new Route("usePlans", "/api/use-plans", READERS, "What each month needs by its use plan, against treasury cash",
                        moment(Params.DIVISION, Params.FUND_SOURCE, Params.YEAR), Shapes.USE_PLANS, usePlans::forecast),
                new Route("flows", "/api/flows", READERS, "Money from source through programme to institution",
                        moment(Params.DIVISION, Params.BUDGET_YEAR, Params.FUND_SOURCE, Params.PROGRAMME), Shapes.FLOWS, flows::flows),
                new Route("purchasing", "/api/purchasing", BUREAU, "The share of purchasing in all money paid, year by year and by channel",
                        moment(Params.DIVISION), Shapes.PURCHASING, flows::purchasing),

                new Route("proposals", "/api/proposals", READERS, "Proposals, and the hands they went through",
                        paged(Params.PROPOSAL_STATE, Params.COMMAND, Params.SIGNER), Shapes.PROPOSALS, proposals::list),
                new Route("proposalsMine", "/api/proposals/mine", READERS, "What the caller proposed, oldest due first",
                        paged(Params.PROPOSAL_STATE), Shapes.PROPOSALS, signing::mine),
                new Route("proposalsForMe", "/api/proposals/for-me", READERS, "What waits for a hand the caller could give, oldest due first",
                        Params.now(), Shapes.TO_SIGN, signing::forMe),
                new Route("proposal", "/api/proposals/{proposal}", READERS, "One proposal",
                        moment(), Shapes.PROPOSAL, proposals::one),
                new Route("proposalRows", "/api/proposals/{proposal}/rows", READERS, "A proposal's rows",
                        paged(), Shapes.PROPOSAL_ROWS, proposals::rows),
                new Route("proposalChanges", "/api/proposals/{proposal}/changes", READERS,
                        "What has changed since of all that a proposal names, newest first",
                        paged(), Shapes.CHANGES, changes::changes),
                new Route("batches", "/api/batches", READERS, "Disbursement batches",
                        paged(Params.DIVISION), Shapes.BATCHES, master::batches),
                new Route("batch", "/api/batches/{batch}", READERS, "One batch, and how far its rows are",
                        moment(), Shapes.BATCH, payments::batch),
                new Route("batchRows", "/api/batches/{batch}/rows", READERS, "A batch's rows, in the order of the clerk's file",
                        paged(), Shapes.PAYMENTS, payments::batchRows),
                new Route("payments", "/api/payments", READERS, "Payments",
                        paged(Params.INSTITUTION, Params.ALLOTMENT, Params.BATCH, Params.CLAWBACK, Params.PAYMENT_KIND, Params.PAYMENT_STATE),
                        Shapes.PAYMENTS, payments::payments),
                new Route("payment", "/api/payments/{payment}", READERS, "One payment, and the facts that made it so",
                        moment(), Shapes.PAYMENT, payments::payment),
                new Route("paymentAdvice", "/api/payments/{payment}/advice", READERS,
                        "What a payment's payee is told: account, allotment, what is paid of it in all and what is left",
                        moment(), Shapes.PAYMENT_ADVICE, advice::advice),
                new Route("taskRates", "/api/task-rates", READERS, "What directed tasks are paid with",
                        paged(Params.DIVISION), Shapes.TASK_RATES, reserve::taskRates),
                new Route("riskReserve", "/api/risk-reserve", BUREAU,
                        "The risk reserve's statement: contributions, interest, draws and returns, with a running balance",
                        paged(Params.DIVISION, Params.FROM, Params.TO), Shapes.RESERVE_STATEMENT, reserve::statement),
                new Route("reserveDraws", "/api/risk-reserve/draws", READERS, "Draws on the risk reserve",
                        paged(Params.DIVISION, Params.INSTITUTION), Shapes.RESERVE_DRAWS, reserve::draws),
                new Route("holds", "/api/holds", READERS, "Payment holds",
                        paged(Params.INSTITUTION, Params.ACTIVE), Shapes.HOLDS, holds::list),
                new Route("hold", "/api/holds/{hold}", READERS, "One payment hold",
                        moment(), Shapes.HOLD, holds::one),

                new Route("workEquivalentSchedules", "/api/work-equivalent-schedules", READERS, "What each service item weighs",
                        paged(Params.DIVISION), Shapes.SCHEDULES, purchases::schedules),
                new Route("workEquivalentSchedule", "/api/work-equivalent-schedules/{schedule}", READERS, "One schedule of work equivalents",
                        moment(), Shapes.SCHEDULE, purchases::schedule),
                new Route("unitStandards", "/api/unit-standards", READERS, "What a work equivalent is paid, exact and as published",
                        paged(Params.DIVISION, Params.PROGRAMME, Params.BUDGET_YEAR), Shapes.UNIT_STANDARDS, purchases::unitStandards),
                new Route("purchasePools", "/api/purchase-pools", READERS,
                        "Purchasable pools, their unit standards with the residual, and the watch on the year's work",
                        paged(Params.DIVISION, Params.PROGRAMME, Params.BUDGET_YEAR), Shapes.PURCHASE_POOLS, purchases::pools),
                new Route("purchasePool", "/api/purchase-pools/{division}/{programme}/{budgetYear}", READERS, "One purchasable pool",
                        moment(), Shapes.PURCHASE_POOL, purchases::pool),
                new Route("serviceVolumes", "/api/service-volumes", READERS, "Reports of work done",
                        paged(Params.INSTITUTION, Params.PROGRAMME, Params.BUDGET_YEAR), Shapes.VOLUMES, purchases::volumes),
                new Route("serviceVolume", "/api/service-volumes/{report}", READERS, "One report of work done",
                        moment(), Shapes.VOLUME, purchases::volume),
                new Route("serviceVolumeRows", "/api/service-volumes/{report}/rows", READERS,
                        "A report's rows, in the order of the institution's file",
                        paged(), Shapes.VOLUME_ROWS, purchases::volumeRows),
                new Route("fundingPlans", "/api/funding-plans", READERS, "Which institution's entitlement is borne by which source",
                        paged(Params.DIVISION, Params.PROGRAMME, Params.BUDGET_YEAR), Shapes.FUNDING_PLANS, purchases::plans),
                new Route("fundingPlan", "/api/funding-plans/{division}/{programme}/{budgetYear}", READERS,
                        "One funding plan, with its shortfall",
                        moment(), Shapes.FUNDING_PLAN, purchases::plan),
                new Route("settlements", "/api/settlements", READERS, "Institutions' years, and how far their settlement is",
                        paged(Params.INSTITUTION, Params.PROGRAMME, Params.BUDGET_YEAR, Params.DIVISION),
                        Shapes.SETTLEMENTS, settlements::list),
                new Route("settlement", "/api/settlements/{institution}/{programme}/{budgetYear}", READERS,
                        "A settlement sheet, with every input and step of its formula",
                        moment(), Shapes.SETTLEMENT, settlements::sheet),

                new Route("balances", "/api/balances", READERS, "Balances, by source, budget year and account or as asked",
                        paged(BalanceReads.parameters()), Shapes.BALANCES, balances::balances),
                new Route("trialBalance", "/api/trial-balance", BUREAU, "The trial balance",
                        moment(Params.DIVISION, Params.BUDGET_YEAR, Params.FUND_SOURCE, Params.BOOK),
                        Shapes.TRIAL_BALANCE, balances::trialBalance),
                new Route("periods", "/api/periods", READERS, "Months that were closed",
                        paged(Params.DIVISION), Shapes.PERIODS, closing::periods),
                new Route("periodBooks", "/api/periods/{division}/{period}", BUREAU,
                        "The books of a month: opening, debit, credit and closing by source and account, compared with its close",
                        moment(), Shapes.PERIOD_BOOKS, closing::period),
                new Route("vouchers", "/api/periods/{division}/{period}/vouchers", BUREAU, "The vouchers of a month in the order of their numbers",
                        paged(), Shapes.VOUCHERS, closing::vouchers),
                new Route("voucher", "/api/vouchers/{division}/{voucher}", BUREAU, "The fact that a voucher is, by its number",
                        moment(), Shapes.VOUCHER, closing::voucher),
                new Route("yearBooks", "/api/years/{division}/{year}", BUREAU,
                        "The books of a year: opening, debit, credit and closing by source and account, and its close",
                        moment(), Shapes.YEAR_BOOKS, closing::year),
                new Route("closedYears", "/api/closed-years", READERS, "Budget years that are closed",
                        paged(Params.DIVISION), Shapes.CLOSED_YEARS, closing::years),
                new Route("facts", "/api/facts", READERS, "The trail of facts",
                        paged(FactReads.narrowing()), Shapes.FACTS, facts::trail),
                new Route("fact", "/api/facts/{position}", READERS, "One fact, its lines, its leaf hash; for auditors its bytes; one that names a case opens its file",
                        moment(), Shapes.FACT, facts::fact),
                new Route("factEntry", "/api/facts/{position}/entry", AUDITORS, "A fact's stored bytes, as hashed",
                        moment(), Shapes.ENTRY, facts::entry),
                new Route("documents", "/api/documents", READERS, "Documents, and the facts that rest on them",
                        paged(Params.DOCUMENT_BODY, Params.DOCUMENT_NUMBER, Params.DOCUMENT_DATE), Shapes.DOCUMENTS, documents::list),
                new Route("document", "/api/documents/{sha256}", READERS, "A document as uploaded, of the media type it is stored with",
                        moment(), Shapes.DOCUMENT, documents::one)));
        routes.addAll(extracts.all());
        routes.addAll(LogRoutes.of(proofs, LedgerQuery.PROOFS_AT_ONCE));
        routes.addAll(inquiries.all());
        routes.add(new Route("openapi", "/openapi.json", ANYONE, "This description", List.of(), Shapes.OPENAPI,
                ask -> Answer.json(OpenApi.describe(routes, ask.language()))));
        return List.copyOf(routes);
    }
}
