package fundtrail.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where this JVM's logs go: warnings to the console, all of it to the home's folder. */
final class Logs {
    private Logs() {}

    /** Before anything is logged. */
    static void to(Path folder) {
        System.setProperty("fundtrail.logs", folder.toString());
        System.setProperty("logback.configurationFile", "fundtrail/standalone/logback.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
