package fundtrail.client.seed;

import fundtrail.client.seed.CountyInstitution.Kind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The programmes money is spent on: yuan a resident and year, the percentage each source gives, which institutions. */
enum CountyProgramme {
    BPH("基本公共卫生服务", "Basic public health services", "2100408", "BASIC_SERVICE_PURCHASE", 99,
            shares(CountySource.CEN, 30, CountySource.PRO, 20, CountySource.CTY, 50),
            EnumSet.of(Kind.TOWNSHIP_HEALTH_CENTRE, Kind.COMMUNITY_HEALTH_CENTRE, Kind.OTHER_PRIMARY_CARE)),
    EDS("基本药物制度补助", "Essential medicines subsidy", "2100399", "EARMARKED_SUBSIDY", 26,
            shares(CountySource.CEN, 40, CountySource.CIT, 20, CountySource.CTY, 40),
            EnumSet.of(Kind.TOWNSHIP_HEALTH_CENTRE, Kind.COMMUNITY_HEALTH_CENTRE)),
    FDS("家庭医生签约服务", "Family doctor contracts", "2100499", "BASIC_SERVICE_PURCHASE", 18,
            shares(CountySource.PRO, 50, CountySource.CTY, 50),
            EnumSet.of(Kind.TOWNSHIP_HEALTH_CENTRE, Kind.COMMUNITY_HEALTH_CENTRE, Kind.LEAD_HOSPITAL)),
    VIL("乡村医生补助", "Village doctors", "2100302", "EARMARKED_SUBSIDY", 12,
            shares(CountySource.TWN, 60, CountySource.CTY, 40),
            EnumSet.of(Kind.TOWNSHIP_HEALTH_CENTRE)),
    EQP("基层设备更新", "Equipment for primary care", "2100399", "EARMARKED_SUBSIDY", 6,
            shares(CountySource.SOC, 100),
            EnumSet.of(Kind.LEAD_HOSPITAL));

    final String nameZh;
    final String nameEn;
    final String functionalClass;
    final String channel;
    final int yuanAHead;
    /** Adds up to 100. */
    final Map<CountySource, Integer> shares;
    final Set<Kind> kinds;

    CountyProgramme(
            String nameZh, String nameEn, String functionalClass, String channel, int yuanAHead, Map<CountySource, Integer> shares,
            Set<Kind> kinds) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.functionalClass = functionalClass;
        this.channel = channel;
        this.yuanAHead = yuanAHead;
        this.shares = shares;
        this.kinds = kinds;
    }

    private static Map<CountySource, Integer> shares(Object... pairs) {
        Map<CountySource, Integer> shares = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            shares.put((CountySource) pairs[i], (Integer) pairs[i + 1]);
        }
        return shares;
    }
}
