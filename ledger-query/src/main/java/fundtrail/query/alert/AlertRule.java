package fundtrail.query.alert;

import java.util.Map;

/**
 * A red flag: a pure fold over facts. It reads no clock, draws no number and knows no database; what it must remember it
 * notes, and what it is to be measured by it is given. So it says the same live, in a rebuild and beside another version
 * of itself. Each note is a row of its own, so a key is as fine as what is compared, and what is noted of a fact does not grow
 * with what came before it.
 */
public interface AlertRule {
    RuleName name();

    /** The parameters every version of it has. */
    Map<String, Tuning.Sort> parameters();

    /** Looks at one fact, of whatever type. */
    void judge(Judging fact, Tuning tuning);
}
