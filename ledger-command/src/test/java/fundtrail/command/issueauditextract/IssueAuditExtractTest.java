package fundtrail.command.issueauditextract;

import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Sample;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuditExtractIssued.IssuedFile;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who reads is on record. */
class IssueAuditExtractTest {
    private static final IssuedFile FILE = new IssuedFile(7, LocalDate.of(2026, 1, 4), 3, "a".repeat(64));
    private static final String QUERY = "/api/journal?effective=2026-01-04&known=7";
    private static final ClaimId CLAIM = new ClaimId("H1-1");
    private static final Fact[] CASE = {
        new ClaimFlagged(CLAIM, DIVISION, H1, BPH, 2026, null, 3, FraudType.FALSE_CLAIM, "无服务记录", null, null),
        new CaseOpened(ClaimedBack.CASE, DIVISION, H1, null, null, "虚报健康体检", List.of(CLAIM), null)
    };

    private static IssueAuditExtract journal(InstitutionId institution, CaseId caseId) {
        return new IssueAuditExtract(Kind.JOURNAL, DIVISION, institution, caseId, QUERY, FILE);
    }

    @Test
    void a_file_is_on_record_with_its_question_its_clocks_and_its_hash() {
        funded().when(journal(H1, null)).then(new AuditExtractIssued(Kind.JOURNAL, DIVISION, H1, null, QUERY, FILE));
        funded().when(journal(null, null)).then(new AuditExtractIssued(Kind.JOURNAL, DIVISION, null, null, QUERY, FILE));
    }

    @Test
    void a_case_file_is_on_record_without_a_file() {
        funded().and(CASE).when(new IssueAuditExtract(Kind.CASE_FILE, DIVISION, null, ClaimedBack.CASE, "/api/cases/CASE-1", null))
                .then(new AuditExtractIssued(Kind.CASE_FILE, DIVISION, null, ClaimedBack.CASE, "/api/cases/CASE-1", null));
    }

    @Test
    void stored_bytes_are_on_record_without_a_file_and_without_a_case() {
        funded().when(new IssueAuditExtract(Kind.STORED_BYTES, DIVISION, null, null, "/tile/entries", null))
                .then(new AuditExtractIssued(Kind.STORED_BYTES, DIVISION, null, null, "/tile/entries", null));
        assertThrows(IllegalArgumentException.class, () -> new IssueAuditExtract(Kind.STORED_BYTES, DIVISION, null, null, "/tile/entries", FILE));
    }

    @Test
    void what_it_names_must_be_there_and_a_case_be_the_divisions() {
        funded().when(journal(new InstitutionId("H99"), null)).thenRefused(INSTITUTION_UNKNOWN, "H99");
        funded().when(journal(null, ClaimedBack.CASE)).thenRefused(CASE_UNKNOWN, ClaimedBack.CASE);
        DivisionCode elsewhere = new DivisionCode("330599");
        funded().alsoIn(elsewhere).and(CASE)
                .when(new IssueAuditExtract(Kind.CASE_FILE, elsewhere, null, ClaimedBack.CASE, "/api/cases/CASE-1", null))
                .thenRefused(CASE_UNKNOWN, ClaimedBack.CASE);
    }

    @Test
    void a_case_that_is_not_open_to_its_reader_is_answered_as_one_that_there_never_was() {
        var file = new IssueAuditExtract(Kind.CASE_FILE, DIVISION, null, ClaimedBack.CASE, "/api/cases/CASE-1", null);
        for (Role role : List.of(Role.CL, Role.BH, Role.SU)) {
            holding(role).when(file).thenRefused(CASE_UNKNOWN, ClaimedBack.CASE);
            holding(role).when(journal(null, ClaimedBack.CASE)).thenRefused(CASE_UNKNOWN, ClaimedBack.CASE);
        }
        for (Role role : List.of(Role.IN, Role.AU)) {
            assertEquals(1, holding(role).when(file).facts().size());
        }
        holding(Role.LO).when(file).thenRefused(CASE_UNKNOWN, ClaimedBack.CASE);
        Fact found = new InspectionFindingRecorded(new FindingId("F-1"), DIVISION, H1, ClaimedBack.CASE, LocalDate.of(2026, 1, 4), "无服务记录", null);
        assertEquals(1, holding(Role.LO).and(found).when(file).facts().size(), "what is found is judged");
    }

    /** One who holds this role alone. */
    private static Given holding(Role role) {
        var reader = new PersonRef("p-reader");
        return funded().and(CASE).and(new PersonRegistered(reader, "d".repeat(64)), new RoleGranted(reader, role, DIVISION, null)).by(reader);
    }

    @Test
    void of_another_division_nobody_is_handed_anything() {
        Given given = funded();
        given.when(new IssueAuditExtract(Kind.JOURNAL, new DivisionCode("330599"), null, null, QUERY, FILE))
                .thenRefused(JURISDICTION_OUTSIDE, "IssueAuditExtract");
        given.and(new PersonRegistered(Sample.EARLIER, "c".repeat(64))).by(Sample.EARLIER)
                .when(journal(null, null)).thenRefused(ROLE_MISSING, "IssueAuditExtract");
    }

    @Test
    void whoever_reads_a_divisions_books_is_on_record_alone_auditors_and_supervisors_too() {
        var row = DefaultMatrix.matrix().rows().stream().filter(one -> one.command().equals("IssueAuditExtract")).findFirst().orElseThrow();
        assertEquals(1, row.hands().size());
        assertEquals(
                Set.of(Role.CL, Role.CK, Role.CA, Role.BH, Role.BO, Role.CS, Role.HO, Role.IN, Role.LO, Role.AU, Role.SU),
                row.hands().getFirst().stream().map(Signer::role).collect(Collectors.toSet()));
    }

    @Test
    void a_case_file_is_no_file_and_every_other_extract_is_one() {
        assertThrows(IllegalArgumentException.class, () -> new IssueAuditExtract(Kind.JOURNAL, DIVISION, null, null, QUERY, null));
        assertThrows(IllegalArgumentException.class, () -> new IssueAuditExtract(Kind.CASE_FILE, DIVISION, null, null, QUERY, null));
        assertThrows(IllegalArgumentException.class,
                () -> new AuditExtractIssued(Kind.CASE_FILE, DIVISION, null, ClaimedBack.CASE, QUERY, FILE));
        assertThrows(IllegalArgumentException.class, () -> new IssuedFile(7, LocalDate.of(2026, 1, 4), 9, "a".repeat(64)));
    }
}
