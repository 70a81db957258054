package fundtrail.query.entity;

import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import java.util.List;

/** The signatures each command needs. There is one matrix at a time, under {@link #ID}. */
public record AuthorityMatrix(List<Row> rows) {
    public static final String ID = "matrix";
}
