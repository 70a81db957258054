package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.query.asof.AsOf;

/** One thing. */
record One<T>(@JsonUnwrapped AsOf asOf, T item) {}
