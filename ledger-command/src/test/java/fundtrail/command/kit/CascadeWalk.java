package fundtrail.command.kit;

import static fundtrail.command.kit.Office.NEXT_DIVISION;
import static fundtrail.command.kit.Office.OPENING;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.Slices;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.commitmatching.CommitMatching;
import fundtrail.command.decide.Command;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Transfers.Moved;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.passdowntransfer.PassDownTransfer;
import fundtrail.command.paymatching.PayMatching;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordtransfernotice.RecordTransferNotice;
import fundtrail.command.recordtransferreceipt.RecordTransferReceipt;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.*;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.InstitutionRegistered.*;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A city and two counties in it, and wishes at random about the money that comes down through them: notified, received,
 * matched, passed down and received below. Most are close to what is just possible, some of an unknown tranche, of the
 * wrong source, asked twice or by someone of another division. Each is granted or refused at one signature of any role.
 */
public final class CascadeWalk {
    static final DivisionCode CITY = new DivisionCode("330500");
    static final List<DivisionCode> COUNTIES = List.of(DIVISION, NEXT_DIVISION);
    static final List<BankAccountId> ACCOUNTS =
            Stream.of("MT-1", "MT-2", "CT-1", "CT-2", "NT-1", "NT-2").map(BankAccountId::new).toList();

    private static final List<DivisionCode> DIVISIONS = List.of(CITY, DIVISION, NEXT_DIVISION);
    private static final FundSourceCode PRO = new FundSourceCode("PRO");
    private static final FundSourceCode CIT = new FundSourceCode("CIT");
    private static final List<FundSourceCode> SOURCES = List.of(CEN, PRO, CIT, CTY);
    private static final List<InstitutionId> BUREAUS = List.of(new InstitutionId("FB-1"), new InstitutionId("FB-2"));
    /** So many wishes after the first of a tranche the next comes into play; so many tranches are in play at once. */
    private static final int WISHES_OF_TRANCHE = 60;
    private static final int IN_PLAY = 6;

    private final Office office = new Office();
    private final Random random;
    private final List<Long> reversible = new ArrayList<>();
    /** By lower division and tranche. */
    private final Sums<List<Object>> sent = new Sums<>();
    private final List<Role> roles = Stream.of(Role.values()).filter(role -> !role.isOfInstitution()).toList();
    private Instant now = OPENING;
    private int number;

    public CascadeWalk(long seed) {
        random = new Random(seed);
        LedgerOpened opened = known().ledger();
        List<LedgerOpened.Division> divisions = new ArrayList<>(opened.divisions());
        divisions.add(new LedgerOpened.Division(CITY, "平湖市"));
        office.with(new LedgerOpened(opened.ledgerId(), divisions, opened.origin(), opened.purpose(), opened.timeZone()),
                source(CEN, Level.CENTRAL), source(PRO, Level.PROVINCIAL), source(CIT, Level.CITY), source(CTY, Level.COUNTY),
                institution(H1), bureau(0, "12330521471100024K"), bureau(1, "12330521471100032E"));
        for (BankAccountId account : ACCOUNTS) {
            office.with(new TreasuryAccountRegistered(account, DIVISIONS.get(ACCOUNTS.indexOf(account) / 2), Use.TREASURY, "财政局",
                    "99000000000000" + ACCOUNTS.indexOf(account), "虚构银行"));
        }
        for (DivisionCode division : DIVISIONS) {
            for (Role role : roles) {
                PersonRef person = person(division, role);
                office.with(new PersonRegistered(person, Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8))),
                        new RoleGranted(person, role, division, null));
            }
        }
        office.with(new AuthorityMatrixSet(new Slices().all().stream()
                .map(slice -> new AuthorityMatrixSet.Row(slice.name(), List.of(AuthorityMatrixSet.Signer.anyOf(Role.values()))))
                .toList()));
    }

    private static InstitutionRegistered bureau(int county, String creditCode) {
        return new InstitutionRegistered(BUREAUS.get(county), new CreditCode(creditCode), "财政局" + county, InstitutionType.FINANCE_BUREAU,
                Ownership.PUBLIC, COUNTIES.get(county));
    }

    private static PersonRef person(DivisionCode division, Role role) {
        return new PersonRef("p-" + division + "-" + role);
    }

    public Known known() {
        return office.known();
    }

    /** One wish more. */
    public Office.Answer step() {
        number++;
        if (random.nextInt(10) == 0) {
            office.at(now = now.plus(Duration.ofHours(random.nextInt(72))));
        }
        DivisionCode division = random.nextBoolean() ? CITY : any(COUNTIES);
        Command wish = switch (random.nextInt(20)) {
            case 0, 1 -> notice(division);
            case 2, 3, 4, 5 -> receipt(division);
            case 6, 7 -> new RecordFundReceipt(date(), null, division, YEAR - random.nextInt(6) / 5, own(division), account(division),
                    reference(), upTo(80_000));
            case 8 -> new CommitMatching(date(), document(), tranche(), division, own(division), upTo(40_000));
            case 9, 10 -> matching(division);
            case 11 -> new ApproveBudget(date(), document(), CITY, YEAR, BPH, CompensationChannel.EARMARKED_SUBSIDY,
                    List.of(new SourceAmount(CIT, upTo(200_000))));
            case 12, 13, 14 -> allotment();
            case 15, 16 -> new ReverseEntry(date(), document(), toReverse(), "录入有误");
            default -> passingDown();
        };
        DivisionCode asking = random.nextInt(25) == 0 ? any(DIVISIONS) : switch (wish) {
            case ReverseEntry reversal -> ofEntry(reversal.reverses());
            case AllotBudget _, ApproveBudget _, PassDownTransfer _ -> CITY;
            default -> division;
        };
        Office.Answer answer = office.asks(person(asking, any(roles)), wish);
        answer.recorded().stream().filter(entry -> !entry.fact().lines().list().isEmpty()).forEach(entry -> {
            reversible.add(entry.position());
            if (entry.fact() instanceof TransferPassedDown down) {
                sent.add(List.of(down.toDivision(), down.tranche()), down.principal());
            }
        });
        return answer;
    }

    /** One of the latest, or money that came of a tranche of which some went on. */
    private long toReverse() {
        List<Long> wentOn = ids(one -> known().transfers().tranche(CITY, one) != null).stream().map(one -> known().transfers().tranche(CITY, one))
                .filter(one -> !one.passedDown().isEmpty()).flatMap(one -> one.received().stream()).map(Moved::position).toList();
        return !wentOn.isEmpty() && random.nextInt(3) == 0 ? any(wentOn) : reversible.isEmpty() ? 0 : recent(reversible);
    }

    private DivisionCode ofEntry(long position) {
        return office.log().get((int) position).fact().lines().list().stream().map(line -> line.division()).findFirst().orElse(CITY);
    }

    /** To a county mostly of what was sent to it. */
    private Command notice(DivisionCode division) {
        int tranche = inPlay();
        TrancheId id = new TrancheId("T-" + tranche);
        Money sent = this.sent.of(List.of(division, id));
        FundSourceCode source = random.nextInt(10) == 0 ? any(SOURCES) : sourceOf(tranche);
        return new RecordTransferNotice(date(), document(), id, division, yearOf(tranche),
                division.equals(CITY) || !CIT.equals(source) && random.nextInt(4) == 0 ? Level.PROVINCIAL : Level.CITY, source, null, null,
                sent.isPositive() ? near(sent) : upTo(60_000), random.nextInt(5) == 0);
    }

    /** Of what is still to come; a county may also be sent money past the city. */
    private Command receipt(DivisionCode division) {
        TrancheId id = mostly(ids(one -> known().transfers().tranche(division, one) != null
                        && known().transfers().tranche(division, one).outstanding().isPositive()));
        Tranche tranche = known().transfers().tranche(division, id);
        return new RecordTransferReceipt(date(), null, id, division, account(division), today().minusDays(random.nextInt(6)), reference(), near(tranche == null ? Money.ZERO : tranche.outstanding()));
    }

    private Command matching(DivisionCode division) {
        FundSourceCode source = own(division);
        TrancheId id = mostly(ids(one -> known().transfers().unpaidMatching(division, one, source).isPositive()));
        return new PayMatching(date(), document(), id, division, source, account(division), reference(),
                near(known().transfers().unpaidMatching(division, id, source)));
    }

    private Command allotment() {
        int year = random.nextInt(4) == 0 ? YEAR - 1 : YEAR;
        List<FundSourceCode> open = Stream.of(CEN, PRO, CIT)
                .filter(one -> random.nextInt(10) == 0 || known().balances().unallotted(CITY, year, one).isPositive()).toList();
        FundSourceCode source = open.isEmpty() ? CTY : any(open);
        return new AllotBudget(date(), document(), new AllotmentId("A" + number), random.nextInt(20) == 0 ? H1 : any(BUREAUS), CITY, source,
                BPH, year, CLASSES, near(known().balances().unallotted(CITY, year, source)));
    }

    /** Mostly what is held of a tranche or less, out of an allotment that has room for it. */
    private Command passingDown() {
        List<Allotment> withRoom = known().allotments().values().stream()
                .filter(one -> random.nextInt(10) == 0 || known().balances().available(one.id()).isPositive()).toList();
        if (withRoom.isEmpty()) {
            return allotment();
        }
        Allotment allotment = any(withRoom);
        boolean own = allotment.fundSource().equals(CIT);
        TrancheId id = mostly(ids(one -> own ? known().transfers().tranche(CITY, one) == null : holds(one, allotment)));
        Tranche tranche = known().transfers().tranche(CITY, id);
        Money available = known().balances().available(allotment.id());
        Money limit = tranche == null || !own && random.nextInt(8) == 0 || tranche.held().covers(available) ? available : tranche.held();
        List<Allotment> matching = own || random.nextInt(3) > 0 ? List.of() : withRoom.stream().filter(one ->
                random.nextInt(15) == 0 || one.fundSource().equals(CIT) && one.institution().equals(allotment.institution())).toList();
        Allotment added = matching.isEmpty() ? null : any(matching);
        Money addition = added == null ? Money.ZERO : near(known().balances().available(added.id()));
        int bureau = BUREAUS.indexOf(allotment.institution());
        return new PassDownTransfer(date(), document(), id, CITY,
                bureau < 0 || random.nextInt(20) == 0 ? any(COUNTIES) : COUNTIES.get(bureau),
                account(CITY), allotment.id(), addition.isPositive() ? added.id() : null, near(limit),
                addition.isPositive() ? addition : null);
    }

    private boolean holds(TrancheId id, Allotment allotment) {
        Tranche tranche = known().transfers().tranche(CITY, id);
        return tranche != null && tranche.held().isPositive() && tranche.fundSource().equals(allotment.fundSource())
                && tranche.budgetYear() == allotment.budgetYear();
    }

    private List<TrancheId> ids(Predicate<TrancheId> which) {
        return IntStream.rangeClosed(0, latest()).mapToObj(one -> new TrancheId("T-" + one)).filter(which).toList();
    }

    /** One of these, or now and then any. */
    private TrancheId mostly(List<TrancheId> of) {
        return of.isEmpty() || random.nextInt(12) == 0 ? tranche() : any(of);
    }

    private TrancheId tranche() {
        return random.nextInt(30) == 0 ? new TrancheId("none") : new TrancheId("T-" + inPlay());
    }

    private int inPlay() {
        return Math.max(0, latest() - random.nextInt(IN_PLAY));
    }

    private int latest() {
        return IN_PLAY + number / WISHES_OF_TRANCHE;
    }

    private static FundSourceCode sourceOf(int tranche) {
        return List.of(CEN, PRO, CIT).get(tranche % 3);
    }

    private static int yearOf(int tranche) {
        return tranche % 5 == 0 ? YEAR - 1 : YEAR;
    }

    private FundSourceCode own(DivisionCode division) {
        return random.nextInt(12) == 0 ? any(SOURCES) : division.equals(CITY) ? CIT : CTY;
    }

    private BankAccountId account(DivisionCode division) {
        return random.nextInt(25) == 0 ? any(ACCOUNTS) : ACCOUNTS.get(DIVISIONS.indexOf(division) * 2 + random.nextInt(4) / 3);
    }

    /** Just this much, one fen more, one fen, or any part of it. */
    private Money near(Money limit) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> limit;
            case 5 -> limit.plus(Money.ofFen(1));
            case 6 -> Money.ofFen(random.nextInt(3) - 1);
            default -> upTo(Math.clamp(limit.fen(), 1, 100_000));
        };
    }

    private Money upTo(int fen) {
        return Money.ofFen(1 + random.nextInt(fen));
    }

    private LocalDate date() {
        return random.nextInt(4) == 0 ? today().minusDays(random.nextInt(4)) : null;
    }

    private LocalDate today() {
        return known().dateOf(now);
    }

    /** Mostly new, now and then one used before. */
    private String reference() {
        return "bank-" + (random.nextInt(15) == 0 ? number - random.nextInt(20) : number);
    }

    private DocumentRef document() {
        int which = random.nextInt(30) == 0 ? number - random.nextInt(20) : number;
        return new DocumentRef("文件", "财政局", "财〔2026〕" + which + "号", DAY, "0".repeat(64));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the latest. */
    private <T> T recent(List<T> list) {
        return list.get(Math.max(0, list.size() - 1 - random.nextInt(20)));
    }
}
