package fundtrail.client.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up documents the pack's facts rest on: path, and what stands on the page. */
final class Documents {
    static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        page("rules", "Chenghu County (fictional), Finance Bureau", "Rules for disbursement, with the calendar of 2026");
        page("sources", "Chenghu County (fictional), Finance Bureau", "Fund sources of basic public health services, 2026");
        page("budget-central", "Province (fictional), Department of Finance", "Central subsidy 2026, notified in advance",
                "Amount: " + Source.CEN.budget + " yuan");
        page("budget-provincial", "Province (fictional), Department of Finance", "Provincial subsidy 2026, notified in advance",
                "Amount: " + Source.PRO.budget + " yuan");
        page("budget-county", "Chenghu County (fictional), People's Congress", "County budget 2026, basic public health services",
                "Amount: " + Source.CTY.budget + " yuan");
        page("allotments", "Chenghu County (fictional), Finance Bureau", "Allotments 2026 to twelve township health centres");
        page("hold", "Chenghu County (fictional), Finance Bureau, supervision section",
                "Notice of a payment hold on one township health centre", "Legal basis: made up for the example");
    }

    private Documents() {}

    static String budgetOf(Source source) {
        return switch (source) {
            case CEN -> "budget-central";
            case PRO -> "budget-provincial";
            case CTY -> "budget-county";
        };
    }

    private static void page(String name, String... lines) {
        List<String> page = new ArrayList<>(List.of(lines));
        page.add("This document, its bodies, people and amounts are made up.");
        ALL.put("documents/" + name + ".pdf", page);
    }
}
