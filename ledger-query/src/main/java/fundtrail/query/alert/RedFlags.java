package fundtrail.query.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import fundtrail.contract.Digest;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of red flags: every rule, and the versions of its parameters. All versions are run over all facts, so that
 * any two can be compared; the last one of a rule is the one in use. A bureau changes a parameter by adding a version in a
 * file of its own and never by changing one, as alerts name the version that spoke.
 */
public final class RedFlags {
    private static final String SHIPPED = "alert-rules.json";
    private static final List<AlertRule> RULES = List.of(
            new SamePayeeAndAmount(), new SplitBelowLimit(), new AccountNewBeforePayment(), new AccountInAnotherName(),
            new HandsForEachOther(), new CountsLongBeforeRecorded(), new DecemberSpike(), new CascadeLegLate(), new MatchingShort(),
            new AdvancedBeyondShare(), new HeadsPaidTwice(), new RoundAmount(), new WorkBeyondADay(), new VolumeGrowth(),
            new IdenticalRows(), new SettlementReopenedAgain(), new CorrectedAfterClose(), new WriteOffBelowLimit(), new RefusedAgain());

    /**
     * A version of a rule as it is written.
     *
     * @param version    from 1, without gaps
     * @param parameters every one the rule has
     * @param reason     why these; may be absent
     */
    record Written(RuleName rule, int version, Map<String, String> parameters, @MayBeAbsent String reason) {}

    /**
     * A version of a rule.
     *
     * @param inUse  whether it is the rule's last
     * @param reason why its parameters are these; absent where nobody said
     */
    public record RuleVersion(AlertRule rule, int version, Tuning tuning, boolean inUse, String reason) {
        public RuleName name() {
            return rule.name();
        }
    }

    private final List<RuleVersion> versions;
    private final String fingerprint;

    RedFlags(List<Written> written) {
        Map<RuleName, AlertRule> rules = new EnumMap<>(RULES.stream().collect(Collectors.toMap(AlertRule::name, Function.identity())));
        Map<RuleName, Integer> last = new EnumMap<>(RuleName.class);
        Set<String> seen = new HashSet<>();
        for (Written one : written) {
            if (one.version() < 1 || !seen.add(one.rule() + "." + one.version())) {
                throw new IllegalArgumentException(one.rule() + " version " + one.version() + " is there twice, or not from 1 up");
            }
            last.merge(one.rule(), one.version(), Math::max);
        }
        List<RuleVersion> all = new ArrayList<>();
        for (Written one : written) {
            try {
                all.add(new RuleVersion(rules.get(one.rule()), one.version(), new Tuning(rules.get(one.rule()).parameters(), one.parameters()),
                        last.get(one.rule()) == one.version(), one.reason()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(one.rule() + " version " + one.version() + ": " + e.getMessage(), e);
            }
        }
        all.sort(Comparator.comparing(RuleVersion::name).thenComparing(RuleVersion::version));
        versions = List.copyOf(all);
        fingerprint = Digest.sha256(Json.canonical(versions.stream()
                .map(one -> List.of(one.name(), one.version(), one.tuning().texts())).toList()));
    }

    /** The catalogue the program comes with. */
    public static RedFlags shipped() {
        return new RedFlags(shippedVersions());
    }

    /**
     * The same, with the versions a bureau adds to it.
     *
     * @throws IllegalArgumentException when the file is no such catalogue; says where
     */
    public static RedFlags with(Path added) {
        try (InputStream in = Files.newInputStream(added)) {
            return new RedFlags(Stream.concat(shippedVersions().stream(), read(in).stream()).toList());
        } catch (IOException e) {
            throw new IllegalArgumentException("the red flags in " + added + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the red flags in " + added + ": " + e.getMessage(), e);
        }
    }

    private static List<Written> shippedVersions() {
        try (InputStream in = RedFlags.class.getResourceAsStream(SHIPPED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    private static List<Written> read(InputStream in) throws IOException {
        return Json.MAPPER.readerFor(new TypeReference<List<Written>>() {})
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(in);
    }

    /** By rule and version. */
    public List<RuleVersion> versions() {
        return versions;
    }

    public Optional<RuleVersion> version(RuleName rule, int version) {
        return versions.stream().filter(one -> one.name() == rule && one.version() == version).findFirst();
    }

    /** What tells this catalogue from one that would give other alerts: 64 hex digits. */
    public String fingerprint() {
        return fingerprint;
    }
}
