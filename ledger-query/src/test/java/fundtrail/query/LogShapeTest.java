package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Json;
import fundtrail.door.Correlation;
import fundtrail.door.LogShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogShapeTest {
    @Test
    void lines_for_programs_are_one_json_object_each_with_the_correlation_id() throws JoranException, IOException {
        LoggerContext context = new LoggerContext();
        LogbackMDCAdapter diagnostics = new LogbackMDCAdapter();
        context.setMDCAdapter(diagnostics);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getClassLoader().getResource(LogShape.configuration(Map.of("FUNDTRAIL_LOGS", "json"), null)));
        var logger = context.getLogger("fundtrail.some.Place");
        diagnostics.put(Correlation.LOGGED, "c-1");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, "付款 {} of \"two\"\nlines", new IllegalStateException("why"), new Object[] {7});
        var out = (OutputStreamAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("out");
        String line = new String(out.getEncoder().encode(event), StandardCharsets.UTF_8);
        context.stop();

        assertFalse(line.stripTrailing().contains("\n"), line);
        JsonNode json = Json.MAPPER.readTree(line);
        assertEquals("付款 7 of \"two\"\nlines", json.path("formattedMessage").textValue());
        assertEquals("c-1", json.path("mdc").path("correlation").textValue());
        assertEquals("WARN", json.path("level").textValue());
        assertEquals("fundtrail.some.Place", json.path("loggerName").textValue());
        assertEquals("why", json.path("throwable").path("message").textValue());
    }

    @Test
    void without_the_setting_lines_are_for_people_and_another_word_is_refused() {
        assertNull(LogShape.configuration(Map.of(), null));
        assertEquals("own.xml", LogShape.configuration(Map.of("FUNDTRAIL_LOGS", "text"), "own.xml"));
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class,
                () -> LogShape.configuration(Map.of("FUNDTRAIL_LOGS", "jsno"), null));
        assertEquals("FUNDTRAIL_LOGS is \"jsno\", and can be text or json: lines for people, or one JSON object a line", wrong.getMessage());
    }
}
