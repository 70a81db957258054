package fundtrail.command.snapshot;

import fundtrail.command.known.Known;
import fundtrail.contract.EntryCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which code folded a state: a digest over the class files of all that reads facts, folds them and keeps what they
 * amount to, found from {@link Known} and {@link EntryCodec} by what each class refers to. So whatever is changed in how
 * the state is made or kept changes the version, without anybody having to think of it.
 */
final class CodeVersion {
    private static final List<String> ROOMS = List.of("fundtrail/contract/", "fundtrail/command/known/", "fundtrail/command/memory/");

    private CodeVersion() {}

    /** The version of this code. */
    static String current() {
        return of(classes());
    }

    static String of(SortedMap<String, byte[]> classes) {
        MessageDigest digest = sha256();
        classes.forEach((name, bytes) -> {
            digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The class files, by name. */
    static SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(name(Known.class), name(EntryCodec.class)));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (!classes.containsKey(name)) {
                byte[] bytes = bytes(name);
                classes.put(name, bytes);
                for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
                    if (entry instanceof ClassEntry other && ROOMS.stream().anyMatch(other.asInternalName()::startsWith)) {
                        next.push(other.asInternalName());
                    }
                }
            }
        }
        return classes;
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static byte[] bytes(String name) {
        try (InputStream file = CodeVersion.class.getClassLoader().getResourceAsStream(name + ".class")) {
            if (file == null) {
                throw new IllegalStateException("there is no class file of " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the class file of " + name + " cannot be read", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
