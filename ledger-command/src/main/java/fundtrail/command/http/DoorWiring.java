package fundtrail.command.http;

import fundtrail.door.DoorLimits;
import fundtrail.door.DoorSettings;
import fundtrail.door.Rate;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The door itself: TLS, proxies, limits, the access log. */
@Configuration(proxyBeanMethods = false)
class DoorWiring {
    private static final String PREFIX = "FUNDTRAIL_COMMAND_";
    /** How often one person may ask, where nothing else is set: a pack of some hundred wishes goes through at full speed. */
    private static final Rate WISHES = new Rate(500, 50);

    /** {@code FUNDTRAIL_COMMAND_TLS_KEY} in the environment, or {@code fundtrail.command.tls.key} as a property. */
    @Bean
    DoorSettings doorSettings(Environment environment) {
        return DoorSettings.from(PREFIX, WISHES,
                name -> environment.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')));
    }

    @Bean
    DoorLimits doorLimits(DoorSettings settings, Clock clock) {
        return DoorLimits.of(settings, clock);
    }

    @Bean(destroyMethod = "close")
    TomcatDoor tomcatDoor(DoorSettings settings) {
        return new TomcatDoor(settings);
    }
}
