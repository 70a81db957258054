package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.documents.Documents;
import fundtrail.command.open.Openings;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryUpkeep;
import fundtrail.door.DoorLimits;
import fundtrail.tokens.TokenCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The door: every address of the writing side is in one of these. */
@Configuration(proxyBeanMethods = false)
@Import(DoorWiring.class)
public class HttpWiring {
    @Bean
    Door door(TokenCheck tokens, PeopleRegistry people, WritingSide ledger, DoorLimits limits) {
        return new Door(tokens, people, ledger, limits);
    }

    @Bean
    CommandController commands(WritingSide ledger, Door door, Documents documents, PeopleRegistry people, RegistryUpkeep upkeep,
            RefusalMeters refusals, DoorMeters meters, Clock clock) {
        return new CommandController(ledger, door, documents, people, upkeep, refusals, meters, clock);
    }

    @Bean
    FundingPlanController fundingPlans(WritingSide ledger, Door door, Clock clock) {
        return new FundingPlanController(ledger, door, clock);
    }

    @Bean
    ImportController imports(WritingSide ledger, Door door, CommandController commands, DoorMeters meters, Clock clock) {
        return new ImportController(ledger, door, commands, meters, clock);
    }

    @Bean
    DocumentController documentAddresses(Door door, Documents documents) {
        return new DocumentController(door, documents);
    }

    @Bean
    PeopleController peopleAddresses(WritingSide ledger, Door door, PeopleRegistry people, Clock clock) {
        return new PeopleController(ledger, door, people, clock);
    }

    @Bean
    OpeningController claims(Door door, Openings openings, Clock clock) {
        return new OpeningController(door, openings, clock);
    }

    @Bean
    OpenLedgerOnly openLedgerOnly(WritingSide ledger, Openings openings) {
        return new OpenLedgerOnly(ledger, openings);
    }

    @Bean
    OpenApiController openApi(WritingSide ledger) {
        return new OpenApiController(ledger.slices());
    }

    @Bean
    ProblemAdvice problems(DoorMeters meters) {
        return new ProblemAdvice(meters);
    }

    @Bean
    DoorMeters doorMeters(MeterRegistry meters) {
        return new DoorMeters(meters);
    }

    @Bean("lane")
    LedgerHealth ledgerHealth(WritingSide ledger) {
        return new LedgerHealth(ledger);
    }

    @Bean
    RefusalMeters refusals(MeterRegistry meters, Clock clock, WritingSide ledger) {
        return new RefusalMeters(meters, clock, () -> ledger.ledger().timeZone());
    }

    @Bean
    LedgerMetrics ledgerMetrics(WritingSide ledger) {
        return new LedgerMetrics(ledger);
    }
}
