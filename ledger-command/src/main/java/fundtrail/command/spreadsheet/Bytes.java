package fundtrail.command.spreadsheet;

import java.util.Arrays;

/** Looks for a sequence of bytes in a file. */
final class Bytes {

    private Bytes() { }

    /** How often {@code sought} occurs in {@code file}; counting ends at {@code enough}. */
    static int count(byte[] file, byte[] sought, int enough) {
        int found = 0;
        for (int at = 0; at <= file.length - sought.length && found < enough; at++) {
            if (file[at] == sought[0] && Arrays.equals(file, at, at + sought.length, sought, 0, sought.length)) {
                found++;
            }
        }
        return found;
    }
}
