package fundtrail.client.seed;

import fundtrail.contract.Money;
import java.util.List;

/** The three sources of the programme, and what each gives. All amounts are illustrative. */
enum Source {
    CEN("中央财政补助", "Central subsidy", "CENTRAL", 30, "7500000.00", List.of("2250000.00")),
    PRO("省级财政补助", "Provincial subsidy", "PROVINCIAL", 20, "5000000.00", List.of("1500000.00")),
    CTY("县级财政预算", "County budget", "COUNTY", 50, "12500000.00", List.of("2000000.00", "1750000.00"));

    final String nameZh;
    final String nameEn;
    final String level;
    /** Its share of every centre's money. */
    final int percent;
    final Money budget;
    /** What arrived in the treasury account, in instalments. */
    final List<Money> receipts;

    Source(String nameZh, String nameEn, String level, int percent, String budget, List<String> receipts) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.level = level;
        this.percent = percent;
        this.budget = Money.yuan(budget);
        this.receipts = receipts.stream().map(Money::yuan).toList();
    }

    /** The sum notified for the year, where it comes from above. */
    String tranche() {
        return this + "-2026-1";
    }

    boolean comesFromAbove() {
        return this != CTY;
    }
}
