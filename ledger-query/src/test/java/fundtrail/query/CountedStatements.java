package fundtrail.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Counts the statements that are prepared on the data sources it wraps. */
final class CountedStatements implements UnaryOperator<DataSource> {
    private final AtomicLong statements = new AtomicLong();

    long soFar() {
        return statements.get();
    }

    @Override
    public DataSource apply(DataSource source) {
        return watched(DataSource.class, source);
    }

    private <T> T watched(Class<T> type, T watched) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
                statements.incrementAndGet();
            }
            try {
                Object answer = method.invoke(watched, arguments);
                return answer instanceof Connection connection ? watched(Connection.class, connection) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
