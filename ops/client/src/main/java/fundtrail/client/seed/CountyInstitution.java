package fundtrail.client.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An institution of the made-up county. Its names are made up, its credit code synthetic, its residents drawn. */
record CountyInstitution(String id, String name, Kind kind, int residents, int place) {
    /** As the ledger names the kinds, with what the name ends in and how many residents one may serve. */
    enum Kind {
        TOWNSHIP_HEALTH_CENTRE("TH", "卫生院", 7_000, 40_000),
        COMMUNITY_HEALTH_CENTRE("CH", "社区卫生服务中心", 15_000, 60_000),
        OTHER_PRIMARY_CARE("OP", "门诊部", 800, 4_000),
        LEAD_HOSPITAL("LH", "医院", 120_000, 260_000);

        final String prefix;
        final String ending;
        private final int fewest;
        private final int most;

        Kind(String prefix, String ending, int fewest, int most) {
            this.prefix = prefix;
            this.ending = ending;
            this.fewest = fewest;
            this.most = most;
        }
    }

    private static final List<String> TOWNSHIPS = List.of(
            "青溪镇", "云塘镇", "白鹭镇", "南浦镇", "石桥镇", "柳湾镇", "东岭乡", "松坞乡", "梅汀镇", "清泉乡", "竹溪乡", "望湖镇",
            "荷塘镇", "金坪镇", "沙溪乡", "枫林镇", "杏花乡", "龙潭镇", "丹桂乡", "芦洲镇", "鹤岭乡", "碧水镇", "桃源乡", "长堤镇");
    private static final List<String> COMMUNITIES =
            List.of("城东", "城西", "城南", "城北", "湖滨", "新桥", "文昌", "开元");
    private static final List<String> PRACTICES = List.of(
            "康宁", "仁和", "同济堂", "春晖", "百草", "安泰", "惠民", "杏林", "博爱", "德馨", "济世", "和顺", "永康");
    private static final List<String> HOSPITALS = List.of("澄湖县人民", "澄湖县中", "澄湖县妇幼保健");

    /** So many institutions of all kinds, at least twelve and at most 48. */
    static List<CountyInstitution> drawn(int count, Random random) {
        List<CountyInstitution> all = new ArrayList<>();
        add(all, Kind.TOWNSHIP_HEALTH_CENTRE, TOWNSHIPS, count / 2, random);
        add(all, Kind.COMMUNITY_HEALTH_CENTRE, COMMUNITIES, count / 6, random);
        add(all, Kind.OTHER_PRIMARY_CARE, PRACTICES, count * 13 / 48, random);
        add(all, Kind.LEAD_HOSPITAL, HOSPITALS, Math.max(1, count / 16), random);
        return all;
    }

    private static void add(List<CountyInstitution> all, Kind kind, List<String> names, int count, Random random) {
        for (int i = 0; i < count; i++) {
            int residents = kind.fewest + random.nextInt(kind.most - kind.fewest);
            all.add(new CountyInstitution("%s%02d".formatted(kind.prefix, i + 1), names.get(i) + kind.ending, kind, residents, all.size() + 1));
        }
    }

    String ownership() {
        return kind == Kind.OTHER_PRIMARY_CARE ? "PRIVATE" : "PUBLIC";
    }

    String creditCode() {
        return CreditCodes.of("MC0020%02d".formatted(place));
    }

    /** The account it has from the beginning. */
    String firstAccount() {
        return id + "-main";
    }

    /** @param which 1 for the first, 2 for the one that replaced it */
    String accountNumber(int which) {
        return "99330521002%d%06d".formatted(which, place);
    }

    String bank() {
        return "澄湖农村商业银行（虚构）" + name.substring(0, 2) + "支行";
    }
}
