package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.MayBeAbsent;
import fundtrail.query.asof.AsOf;
import java.util.List;

/**
 * Part of a list.
 *
 * @param next the cursor of the next part; absent on the last
 */
record Page<T>(@JsonUnwrapped AsOf asOf, List<T> items, @MayBeAbsent String next) {}
