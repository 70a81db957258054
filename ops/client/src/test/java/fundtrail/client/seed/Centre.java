package fundtrail.client.seed;

import fundtrail.contract.Money;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up township health centre. Its year's money is {@value #YUAN_A_HEAD} yuan for each resident, an amount chosen
 * for the example; a quarter of it is advanced in January.
 */
record Centre(String id, String name, int residents) {
    static final int YUAN_A_HEAD = 99;

    private static final List<String> NAMES = List.of(
            "青溪镇卫生院", "云塘镇卫生院", "白鹭镇卫生院", "南浦镇卫生院", "石桥镇卫生院", "柳湾镇卫生院",
            "东岭乡卫生院", "松坞乡卫生院", "梅汀镇卫生院", "清泉乡卫生院", "竹溪乡卫生院", "望湖镇卫生院");
    private static final int[] RESIDENTS = {
        21_437, 34_908, 18_256, 40_173, 27_349, 15_882, 9_764, 7_518, 23_691, 11_427, 8_953, 30_206
    };

    static final List<Centre> ALL = IntStream.range(0, NAMES.size())
            .mapToObj(i -> new Centre("TH%02d".formatted(i + 1), NAMES.get(i), RESIDENTS[i]))
            .toList();

    /** Its place in the clerk's file, from 0. */
    int place() {
        return ALL.indexOf(this);
    }

    String creditCode() {
        return CreditCodes.of("MC0010%02d".formatted(place() + 1));
    }

    String payeeAccount() {
        return id + "-main";
    }

    String accountNumber() {
        return "9933052100010%06d".formatted(place() + 1);
    }

    String bank() {
        return "澄湖农村商业银行（虚构）" + name.substring(0, 2) + "支行";
    }

    String allotment(Source source) {
        return "BPH-2026-" + source + "-" + id;
    }

    /** The year's authority out of one source; whole fen, because the shares are whole hundredths of whole yuan. */
    Money allotted(Source source) {
        return Money.ofFen((long) residents * YUAN_A_HEAD * source.percent);
    }

    /** A quarter of it, half a fen up. */
    Money advance(Source source) {
        return Money.ofFen((allotted(source).fen() + 2) / 4);
    }
}
