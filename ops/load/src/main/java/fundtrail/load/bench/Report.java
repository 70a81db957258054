package fundtrail.load.bench;

import fundtrail.contract.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run measured, and under what. */
record Report(Map<String, String> conditions, List<Figure> figures) {

    /** As tables in Markdown, so that it can stand in a page as it is. */
    void print(PrintStream out) {
        out.println("| condition | |");
        out.println("|---|---|");
        conditions.forEach((name, value) -> out.println("| " + name + " | " + value + " |"));
        out.println();
        out.println("| what | measured | p50 ms | p99 ms | ratio | to | asked |");
        out.println("|---|---|---|---|---|---|---|");
        for (Figure figure : figures) {
            out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s |%n", figure.what(), value(figure),
                    decimals(figure.p50()), decimals(figure.p99()), decimals(figure.ratio()),
                    figure.yardstick() == null ? "" : figure.yardstick(), figure.asked());
        }
    }

    private static String value(Figure figure) {
        String form = figure.value() >= 100 ? "%,.0f" : "%.2f";
        return String.format(Locale.ROOT, form, figure.value()) + (figure.unit().startsWith("/") ? "" : " ") + figure.unit();
    }

    private static String decimals(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    void write(Path file) throws IOException {
        Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
