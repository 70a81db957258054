package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.PurseWish.Fill;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own, which draws, says what was acknowledged, and kills itself at a step. */
final class DrawingNode {

    private DrawingNode() {}

    /** Arguments: the database's address, user and password, this round's name, the step, and at which time. */
    static void main(String[] arguments) {
        var step = Step.valueOf(arguments[4]);
        var source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        var readers = new HikariDataSource();
        readers.setDataSource(source);
        readers.setMaximumPoolSize(2);
        var hook = new KillAt(step, Integer.parseInt(arguments[5]), DrawingNode::kill);
        var settings = LaneSettings.defaults().withGroup(6, 1 << 20).withHook(hook);
        var ledger = new PurseLedger(new JdbcGroupStore(source, readers, JdbcSettings.of(arguments[3])), settings);
        if (ledger.engine.durable() < 0) get(ledger.send(new Fill("P", Long.MAX_VALUE / 2)));
        var callers = new DrawingCallers(arguments[3], ledger, 6);
        Set<String> told = new HashSet<>();
        while (true) {
            for (String id : callers.acknowledged()) if (told.add(id)) System.out.println("acknowledged " + id);
            System.out.flush();
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** SIGKILL, and nothing of this process goes on before it comes. */
    private static void kill() {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        } catch (IOException e) {
            Runtime.getRuntime().halt(9);
        }
        while (true) LockSupport.park();
    }
}
