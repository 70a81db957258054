package fundtrail.client.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who works in the made-up county, by the subjects of their tokens. */
final class CountyPeople {
    static final String ADMINISTRATOR = "gu.mingyuan";
    static final String ACCOUNTANT = "shen.ruolan";
    static final String DEPUTY_ACCOUNTANT = "du.heng";
    static final String HEAD = "lu.anping";
    static final String CLERK = "zhou.min";
    /** A clerk until January of the second year, then a checker. */
    static final String PROMOTED = "he.li";
    static final String THIRD_CLERK = "tang.yu";
    static final String CHECKER = "wu.jianguo";
    static final String BUDGET_OFFICER = "qian.xiaoyan";
    static final String CASHIER = "sun.xiaomei";
    static final String INSPECTOR = "feng.zhiqiang";
    static final String SECOND_INSPECTOR = "jiang.wei";
    static final String LEGAL_OFFICER = "han.jing";
    static final String INSTITUTION_ACCOUNTANT = "zhu.li";
    static final String INSTITUTION_SIGNATORY = "chen.dawei";

    private record Member(String name, String post, String number, String subject, String... roles) {
        ObjectNode row() {
            return Json.MAPPER.createObjectNode()
                    .put("name", name).put("post", post).put("employeeNumber", number).put("subject", subject);
        }

        /** As a pack lists its people. */
        ObjectNode listed() {
            ObjectNode listed = Json.MAPPER.createObjectNode().put("person", reference(subject));
            listed.setAll(row());
            List.of(roles).forEach(listed.putArray("roles")::add);
            return listed;
        }

        /** As an opening names them. */
        ObjectNode opening() {
            ObjectNode first = Json.MAPPER.createObjectNode().put("person", reference(subject));
            first.set("row", row());
            List.of(roles).forEach(first.putArray("roles")::add);
            return first;
        }
    }

    private static final List<Member> FIRST = List.of(
            new Member("顾明远", "信息中心系统管理员", "CH-0001", ADMINISTRATOR, "AD"),
            new Member("沈若兰", "财政局总会计师", "CH-0002", ACCOUNTANT, "CA"));
    private static final List<Member> OTHERS = List.of(
            new Member("杜衡", "财政局副总会计师", "CH-0004", DEPUTY_ACCOUNTANT, "CA"),
            new Member("陆安平", "财政局局长", "CH-0003", HEAD, "BH"),
            new Member("周敏", "社会保障科经办员", "CH-0101", CLERK, "CL"),
            new Member("何立", "社会保障科经办员", "CH-0102", PROMOTED, "CL"),
            new Member("唐雨", "社会保障科经办员", "CH-0104", THIRD_CLERK, "CL"),
            new Member("吴建国", "社会保障科科长", "CH-0103", CHECKER, "CK"),
            new Member("钱晓燕", "预算科预算管理员", "CH-0201", BUDGET_OFFICER, "BO"),
            new Member("孙小梅", "国库科出纳", "CH-0301", CASHIER, "CS"),
            new Member("郑一帆", "卫生健康局基层科专员", "CH-0401", "zheng.yifan", "HO"),
            new Member("冯志强", "财政监督科稽查员", "CH-0501", INSPECTOR, "IN"),
            new Member("蒋薇", "财政监督科稽查员", "CH-0502", SECOND_INSPECTOR, "IN"),
            new Member("韩静", "法制科审核员", "CH-0601", LEGAL_OFFICER, "LO"),
            new Member("曹文", "审计局审计员", "CH-0701", "cao.wen", "AU"),
            new Member("许可", "监事会监督员", "CH-0702", "xu.ke", "SU"),
            new Member("林芳", "医共体财务管理中心会计", "CH-0803", "lin.fang", "FC"),
            new Member("朱丽", "青溪镇卫生院会计", "CH-0801", INSTITUTION_ACCOUNTANT),
            new Member("陈大为", "青溪镇卫生院院长", "CH-0802", INSTITUTION_SIGNATORY));

    private CountyPeople() {}

    static List<ObjectNode> first() {
        return FIRST.stream().map(Member::opening).toList();
    }

    static List<ObjectNode> others() {
        return OTHERS.stream().map(Member::listed).toList();
    }

    /** The reference under which somebody stands in facts. */
    static String reference(String subject) {
        return "p-" + Digest.sha256(("county-year/" + subject).getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }
}
