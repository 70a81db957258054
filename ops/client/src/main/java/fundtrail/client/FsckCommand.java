package fundtrail.client;

import fundtrail.client.fsck.Difference;
import fundtrail.client.fsck.Fsck;
import fundtrail.client.fsck.Fsck.Passed;
import fundtrail.client.fsck.Fsck.Thoroughness;
import fundtrail.proofs.VerifierKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works a ledger out again from its stored bytes, and compares that with everything it answers. */
@Command(name = "fsck", description = "Works out hashes, lines, identities, columns, tags and balances again from the stored bytes, through the"
        + " public API alone, and compares them with what the ledger answers. Ends with 0 when nothing differs, else with 1 and the first difference.",
        mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true)
final class FsckCommand implements Callable<Integer>, Client.Speaking {
    @Parameters(arity = "0..1", paramLabel = "URL", description = "the reading side; without it, as the home says")
    private URI url;

    @Option(names = "--key", paramLabel = "VKEY",
            description = "the verifier key you were given, several where it was changed; without it, those the ledger says itself, and then"
                    + " the signature proves little")
    private List<String> keys = List.of();

    @Option(names = "--moments", paramLabel = "NUMBER", defaultValue = "6",
            description = "at how many positions, and on how many days, all balances are compared (${DEFAULT-VALUE})")
    private int moments;

    @Option(names = "--sample", paramLabel = "NUMBER", description = "of a big ledger: so many values of each tag, and so many facts alone, spread"
            + " evenly, instead of all")
    private Integer sample;

    @Mixin
    private At at;

    @Override
    public Words words() {
        return at.words();
    }

    @Override
    public Integer call() {
        try (LedgerApi api = url == null ? at.api() : at.api(url)) {
            Fsck fsck = new Fsck(api, at.token("AU"), new Thoroughness(Math.max(1, moments), sample == null ? Thoroughness.ALL : Math.max(1, sample)));
            String[] verifierKeys = keys.isEmpty() ? fsck.saidKeys() : usable(keys);
            Optional<Passed> passed = fsck.check(verifierKeys);
            passed.ifPresent(one -> System.out.println(words().say("fsck.passed", one.origin(), one.facts(), one.tiles(), one.lines(),
                    one.tags(), one.balances())));
            passed.filter(one -> one.unseen() > 0).ifPresent(one -> System.out.println(words().say("fsck.unseen", one.unseen())));
            if (passed.isPresent() && keys.isEmpty()) {
                System.out.println(words().say("fsck.key", String.join(" ", verifierKeys)));
            }
            if (passed.isEmpty()) {
                System.out.println(told(words(), fsck.difference()));
            }
            return passed.isPresent() ? 0 : 1;
        }
    }

    /** @throws Unable when one is no verifier key of an Ed25519 log (C2SP signed-note) */
    static String[] usable(List<String> keys) {
        for (String key : keys) {
            try {
                VerifierKey.of(key);
            } catch (IllegalArgumentException none) {
                throw new Unable("fsck.badKey", key);
            }
        }
        return keys.toArray(String[]::new);
    }

    /** What differs, where, and what to do now. */
    static String told(Words words, Difference one) {
        String nothing = words.say("fsck.nothing");
        return words.say("fsck.difference", one.position() < 0 ? nothing : one.position(), words.say("fsck." + one.kind()), one.where(),
                one.found() == null ? nothing : one.found(), one.derived() == null ? nothing : one.derived(),
                words.say("fsck." + one.kind() + ".now"));
    }
}
