package fundtrail.query.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Account;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalAccountTest {
    private static String name(Account account, String institution) {
        var one = new JournalAccount(account, new FundSourceCode("CEN"), 2018, new DivisionCode("330521"),
                institution == null ? null : new InstitutionId(institution));
        return one.name(one.kind());
    }

    @Test void an_account_tells_kind_account_source_year_division_and_institution() {
        assertEquals("Assets:Advances:CEN:2018:330521:H1", name(Account.ADVANCES, "H1"));
        assertEquals("Assets:TreasuryCash:CEN:2018:330521:Own", name(Account.TREASURY_CASH, null));
        assertEquals("Budget:Reserved:CEN:2018:330521:H1", name(Account.RESERVED, "H1"));
        assertEquals("Income:TransferFromReserve:CEN:2018:330521:Own", name(Account.TRANSFER_FROM_RESERVE, null));
    }

    @Test void every_account_has_a_kind_and_a_name_of_its_own() {
        List<String> names = Arrays.stream(Account.values()).map(account -> name(account, "H1")).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.stream().allMatch(one -> one.matches("(Assets|Liabilities|Equity|Income|Expenses|Budget)(:[A-Z0-9][A-Za-z0-9-]*){5}")),
                names::toString);
    }

    @Test void no_two_identifiers_share_a_segment_and_each_begins_with_a_capital_or_a_digit() {
        assertEquals("H-1", JournalAccount.segment("H-1"));
        assertEquals("H-x2e1", JournalAccount.segment("H.1"));
        assertEquals("H-x5f1", JournalAccount.segment("H_1"));
        assertEquals("H-x2dx2e1", JournalAccount.segment("H-x2e1"));
        assertEquals("X-x68c1", JournalAccount.segment("hc1"));
        assertEquals("X-x4fwn", JournalAccount.segment("Own"));
        List<String> ids = List.of("H-1", "H.1", "H_1", "H-x2e1", "H1", "hc1", "Xhc1", "X-x68c1", "Own", "own", "X-x4fwn", "Owns", "x", "X", "-x");
        List<String> segments = ids.stream().map(JournalAccount::segment).toList();
        assertEquals(ids.size(), segments.stream().distinct().count(), segments::toString);
    }
}
