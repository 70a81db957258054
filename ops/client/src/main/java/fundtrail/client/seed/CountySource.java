package fundtrail.client.seed;

import java.util.Set;

/** The fund sources of the made-up county, and in which months each sends an instalment. */
enum CountySource {
    CEN("中央财政补助", "Central subsidy", "CENTRAL", "UPPER_LEVEL", Set.of(1, 4, 7, 10)),
    PRO("省级财政补助", "Provincial subsidy", "PROVINCIAL", "UPPER_LEVEL", Set.of(1, 4, 7, 10)),
    CIT("市级财政补助", "City subsidy", "CITY", "UPPER_LEVEL", Set.of(1, 4, 7, 10)),
    CTY("县级财政预算", "County budget", "COUNTY", "TREASURY", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
    TWN("乡镇配套资金", "Township matching funds", "TOWNSHIP", "TREASURY", Set.of(1, 7)),
    SOC("社会捐赠", "Donations", "SOCIAL", "TREASURY", Set.of(1));

    final String nameZh;
    final String nameEn;
    final String level;
    /** Where money goes that is given back after its year is closed. */
    final String restitutionClosed;
    private final Set<Integer> instalments;

    CountySource(String nameZh, String nameEn, String level, String restitutionClosed, Set<Integer> instalments) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.level = level;
        this.restitutionClosed = restitutionClosed;
        this.instalments = instalments;
    }

    /** Whether its money is notified and received as a transfer, and not approved at home. */
    boolean comesFromAbove() {
        return this == CEN || this == PRO || this == CIT;
    }

    /** The sum notified for a year. */
    String tranche(int year) {
        return this + "-" + year;
    }

    boolean sendsIn(int month) {
        return instalments.contains(month);
    }

    /** The last month that the instalment of this month is for. */
    int lastsUntil(int month) {
        int last = month;
        while (last < 12 && !sendsIn(last + 1)) {
            last++;
        }
        return last;
    }
}
