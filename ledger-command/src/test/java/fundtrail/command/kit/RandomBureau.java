package fundtrail.command.kit;

import static fundtrail.command.kit.Office.NEXT_DIVISION;
import static fundtrail.command.kit.Office.OPENING;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.Slices;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.confirmsettlement.ConfirmSettlement;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.grantdelegation.GrantDelegation;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.known.Proposals.Proposal;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.propose.ProposalStep.CheckProposal;
import fundtrail.command.propose.ProposalStep.ReturnProposal;
import fundtrail.command.propose.ProposalStep.WithdrawProposal;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordinspectionfinding.RecordInspectionFinding;
import fundtrail.command.recordtipoff.RecordTipOff;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.requestrectification.RequestRectification;
import fundtrail.command.reviewpaymenthold.ReviewPaymentHold;
import fundtrail.command.revokedelegation.RevokeDelegation;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Body;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.TipOffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A bureau of people with random roles in two divisions, under random matrices, who ask for whatever comes to their
 * minds and sign whatever lies about. The seed says what happens.
 */
public final class RandomBureau {
    /** Who asks for what, with which key. */
    public record Asked(PersonRef person, String key, Command wish) {}

    private static final List<Role> ROLES =
            List.of(Role.CL, Role.CK, Role.CA, Role.BH, Role.BO, Role.CS, Role.HO, Role.IN, Role.LO, Role.AD, Role.AU);
    private static final List<String> LENT = List.of("AllotBudget", "DisburseBatch", "ExecuteBatch", "ReleasePaymentHold");

    private final Random random;
    private final Office office = new Office();
    private final List<PersonRef> people = new ArrayList<>(List.of(new PersonRef("p-stranger"), Office.CLERK, Office.CHECKER,
            Office.ACCOUNTANT, Office.BUDGET_OFFICER, Office.CASHIER, Office.INSPECTOR, Office.INSPECTOR_2, Office.LEGAL,
            Office.HEAD, Office.ADMIN, Office.NEIGHBOUR));
    private final List<PersonRef> signatories = new ArrayList<>();
    private final List<ProposalId> proposals = new ArrayList<>();
    private Instant now = OPENING;
    private int number;

    public RandomBureau(long seed) {
        random = new Random(seed);
        RuleSetPublished rules = (RuleSetPublished) opening().getLast();
        office.with(institution(H1), institution(H2), source(CEN), treasuryAccount(), payeeAccount(H1), payeeAccount(H2),
                budget(CEN, "50000.00"), received(CEN, "50000.00", "in"),
                allotted(CEN_H1, H1, CEN, "2000.00"), allotted(new AllotmentId("CEN-H2"), H2, CEN, "2000.00"),
                new RuleSetPublished(new RuleSetId("short"), rules.validFrom(), rules.programmes(), List.of(), List.of(), 1, 7, 4));
        for (int i = 0; i < 30; i++) {
            office.with(new RoleGranted(registered(), any(ROLES), division(), null));
        }
        for (int i = 0; i < 8; i++) {
            signatories.add(registered());
            office.with(new RoleGranted(signatories.getLast(), Role.IS, DIVISION, random.nextBoolean() ? H1 : H2));
        }
        office.at(now = now.plus(Duration.ofDays(2)));
    }

    public Office office() {
        return office;
    }

    public LocalDate today() {
        return office.known().dateOf(now);
    }

    /** What is asked next. Time passes, and now and then another matrix is in force. */
    public Asked next() {
        number++;
        if (random.nextInt(12) == 0) {
            office.at(now = now.plus(Duration.ofHours(random.nextInt(20))));
        }
        if (number % 150 == 1) {
            office.with(matrix());
        }
        String key = random.nextInt(60) == 0 ? "key-" + random.nextInt(number) : "key-" + number;
        if (proposals.isEmpty() || random.nextInt(5) < 2) {
            Command wish = wish();
            return new Asked(wish instanceof ConfirmSettlement && random.nextBoolean() ? any(signatories) : any(people), key, wish);
        }
        ProposalStep step = step();
        return new Asked(random.nextInt(4) == 0 ? borrower(step.proposal()) : any(people), key, step);
    }

    /** That this proposal came to be. */
    public void saw(ProposalId proposal) {
        proposals.add(proposal);
    }

    private ProposalStep step() {
        ProposalId proposal = random.nextInt(40) == 0
                ? new ProposalId("none")
                : proposals.get(Math.max(0, proposals.size() - 1 - random.nextInt(6)));
        String hash = proposal.value().equals("none") || random.nextInt(40) == 0 ? "0".repeat(64) : office.contentOf(proposal);
        return switch (random.nextInt(12)) {
            case 0 -> new ReturnProposal(proposal, hash, "再核");
            case 1 -> new WithdrawProposal(proposal, hash, "撤回");
            case 2, 3, 4, 5 -> new CheckProposal(proposal, hash);
            default -> new ApproveProposal(proposal, hash);
        };
    }

    private Command wish() {
        InstitutionId institution = random.nextBoolean() ? H1 : H2;
        return switch (random.nextInt(20)) {
            case 15 -> new RecordTipOff(new TipOffId("T" + number), null, institution, Channel.LETTER, DAY, "反映虚报", null,
                    random.nextBoolean() ? null : new PersonRef("i-" + number));
            case 16 -> new RecordInspectionFinding(new FindingId("F" + number), institution, null, DAY, "登记不实", null);
            case 17 -> new RequestRectification(new FindingId("F" + random.nextInt(number)), "整改", today());
            case 18 -> new ReviewPaymentHold(null, new HoldId("h" + random.nextInt(40)), amount(), today(), today().plusDays(1), "尚未查清");
            case 19 -> new WriteOffClawback(null, document(), new ClawbackId("none"), amount(), "无力缴纳");
            case 13 -> new ConfirmSettlement(null, institution, BPH, YEAR, 1);
            case 0, 1, 2 -> new AllotBudget(null, document(), new AllotmentId("A" + number), institution, DIVISION, CEN, BPH, YEAR,
                    CLASSES, amount());
            case 3, 4, 5 -> {
                Money amount = amount();
                Row row = new Row(1, PaymentKind.ADVANCE, institution, accountOf(institution),
                        new AllotmentId("CEN-" + institution), amount, "补助", null, "分期");
                yield new DisburseBatch(null, new BatchId("B" + number), DIVISION, CT, null, 1, amount, List.of(row));
            }
            case 6 -> new ExecuteBatch(null, new BatchId("B" + random.nextInt(number)));
            case 7 -> new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, "in-" + number, amount());
            case 8 -> new PlacePaymentHold(document(), new HoldId("h" + random.nextInt(40)), institution, null, amount(), "依据",
                    today(), today().plusDays(1));
            case 9 -> new ReleasePaymentHold(null, new HoldId("h" + random.nextInt(40)), "已查清");
            case 10 -> new RegisterPayeeAccount(new PayeeAccountId("P" + number), institution, "户名", "77" + number, "虚构银行");
            case 11 -> {
                Role role = any(ROLES);
                yield random.nextInt(3) > 0
                        ? new GrantRole(registered(), role, division(), null)
                        : new RevokeRole(registered(), role, division(), null);
            }
            case 12 -> new RevokeDelegation(new DelegationId("d" + random.nextInt(number)));
            default -> {
                PersonRef from = registered();
                PersonRef to = registered();
                yield from.equals(to)
                        ? new RevokeDelegation(new DelegationId("d0"))
                        : new GrantDelegation(new DelegationId("d" + number), from, to, DIVISION, List.of(any(LENT)),
                                random.nextBoolean() ? null : amount(), today(), today().plusDays(random.nextInt(4)));
            }
        };
    }

    /** Somebody who is lent a signature just now, often by one who has signed; he may come to hold what he should not. */
    private PersonRef borrower(ProposalId id) {
        Proposal proposal = office.known().proposals().get(id);
        PersonRef from = proposal == null || !proposal.open() || random.nextBoolean() ? registered() : any(proposal.signatures()).person();
        PersonRef to = registered();
        if (!from.equals(to)) {
            office.with(new DelegationGranted(new DelegationId("l" + number), from, to, DIVISION, LENT, null, today(), today().plusDays(1)));
        }
        if (random.nextInt(10) == 0) {
            office.with(new RoleGranted(to, any(ROLES), division(), null));
        }
        return to;
    }

    /** One to three hands a command, each of one to four roles, some limited to an amount or a body. */
    private AuthorityMatrixSet matrix() {
        return new AuthorityMatrixSet(new Slices().all().stream()
                .filter(slice -> random.nextInt(30) > 0)
                .map(slice -> new AuthorityMatrixSet.Row(slice.name(), IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(hand -> IntStream.rangeClosed(0, 1 + random.nextInt(4)).mapToObj(alternative -> signer()).toList())
                        .toList()))
                .toList());
    }

    private Signer signer() {
        Role role = random.nextInt(6) == 0 ? Role.IS : any(ROLES);
        Body body = random.nextInt(5) == 0 ? role.body() : null;
        return new Signer(role, body, random.nextInt(4) == 0 ? amount() : null);
    }

    private Money amount() {
        return Money.ofFen(1 + random.nextInt(10_000));
    }

    private DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财〔2026〕" + number + "号", DAY, "0".repeat(64));
    }

    private DivisionCode division() {
        return random.nextInt(4) == 0 ? NEXT_DIVISION : DIVISION;
    }

    private PersonRef registered() {
        return people.get(1 + random.nextInt(people.size() - 1));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
