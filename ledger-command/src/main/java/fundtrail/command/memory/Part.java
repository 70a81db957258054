package fundtrail.command.memory;

import java.io.DataOutput;
import java.io.IOException;

/** One part of what is kept: rows under a name, which can be written out and taken in again one by one, in any order. */
interface Part {
    /** Where the next row is to be written. */
    interface Rows {
        DataOutput next() throws IOException;
    }

    String name();

    int size();

    /** Writes every row. */
    void write(Rows to) throws IOException;

    /** Takes in one row as it was written. Only while the part is being filled: nothing of it can be undone. */
    void take(RowIn row) throws IOException;
}
