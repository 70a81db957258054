package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.ScheduleId;
import fundtrail.contract.id.StatementId;
import fundtrail.contract.id.TipOffId;

/** How identifiers stand in rows. */
final class Forms {
    static final Form<AgreementId> AGREEMENT = Form.identifier(AgreementId::new);
    static final Form<AllotmentId> ALLOTMENT = Form.identifier(AllotmentId::new);
    static final Form<BankAccountId> BANK_ACCOUNT = Form.identifier(BankAccountId::new);
    static final Form<BatchId> BATCH = Form.identifier(BatchId::new);
    static final Form<CaseId> CASE = Form.identifier(CaseId::new);
    static final Form<ChargeId> CHARGE = Form.identifier(ChargeId::new);
    static final Form<ClaimId> CLAIM = Form.identifier(ClaimId::new);
    static final Form<ClawbackId> CLAWBACK = Form.identifier(ClawbackId::new);
    static final Form<CommunityId> COMMUNITY = Form.identifier(CommunityId::new);
    static final Form<CreditCode> CREDIT_CODE = Form.identifier(CreditCode::new);
    static final Form<DelegationId> DELEGATION = Form.identifier(DelegationId::new);
    static final Form<DivisionCode> DIVISION = Form.identifier(DivisionCode::new);
    static final Form<DrawId> DRAW = Form.identifier(DrawId::new);
    static final Form<FindingId> FINDING = Form.identifier(FindingId::new);
    static final Form<FundSourceCode> FUND_SOURCE = Form.identifier(FundSourceCode::new);
    static final Form<HoldId> HOLD = Form.identifier(HoldId::new);
    static final Form<InstitutionId> INSTITUTION = Form.identifier(InstitutionId::new);
    static final Form<PayeeAccountId> PAYEE_ACCOUNT = Form.identifier(PayeeAccountId::new);
    static final Form<PersonRef> PERSON = Form.identifier(PersonRef::new);
    static final Form<ProgrammeCode> PROGRAMME = Form.identifier(ProgrammeCode::new);
    static final Form<ProposalId> PROPOSAL = Form.identifier(ProposalId::new);
    static final Form<ReportId> REPORT = Form.identifier(ReportId::new);
    static final Form<RuleSetId> RULE_SET = Form.identifier(RuleSetId::new);
    static final Form<StatementId> STATEMENT = Form.identifier(StatementId::new);
    static final Form<ScheduleId> SCHEDULE = Form.identifier(ScheduleId::new);
    static final Form<TipOffId> TIP_OFF = Form.identifier(TipOffId::new);

    private Forms() {}
}
