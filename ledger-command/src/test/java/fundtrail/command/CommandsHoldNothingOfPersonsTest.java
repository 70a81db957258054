package fundtrail.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.axon.LedgerConfiguration;
import fundtrail.contract.PersonalData;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A command becomes part of a fact, as the content of a proposal: what holds for facts holds for it. */
class CommandsHoldNothingOfPersonsTest {
    /** Names and holders of what is no person. */
    private static final Set<String> NO_PERSONS = Set.of(
            "PublishRuleSet.payments.subsidyCategories.nameEn",
            "PublishRuleSet.payments.subsidyCategories.nameZh",
            "ChangeInstitution.name",
            "FormMedicalCommunity.name",
            "PublishRuleSet.programmes.nameEn",
            "PublishRuleSet.programmes.nameZh",
            "PublishWorkEquivalentSchedule.items.nameEn",
            "PublishWorkEquivalentSchedule.items.nameZh",
            "RegisterFundSource.nameEn",
            "RegisterFundSource.nameZh",
            "RegisterInstitution.name",
            "RegisterPayeeAccount.accountName",
            "RegisterTreasuryAccount.accountName",
            "SetRate.nameEn",
            "SetRate.nameZh");

    @Test
    void no_field_of_any_command_sounds_like_a_persons() {
        Set<String> fields = new TreeSet<>();
        LedgerConfiguration.commands(new Slices()).forEach(command ->
                fields.addAll(PersonalData.fields(command.getSimpleName(), command)));
        assertEquals(new TreeSet<>(NO_PERSONS), fields);
    }
}
