package fundtrail.load.hammer;

import fundtrail.load.site.Service;
import fundtrail.load.site.Site;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What befalls a ledger, and how it is put right again. */
enum Fault {
    /** SIGKILL to a node of the writing side, which is started again. */
    NODE_KILLED {
        @Override
        void befall(Site site, List<Service> nodes, Random random) {
            Service node = nodes.get(random.nextInt(nodes.size()));
            node.kill();
            node.start();
        }
    },
    /** SIGSTOP to a node for a while; it wakes in the middle of what it was doing. */
    NODE_FROZEN {
        @Override
        void befall(Site site, List<Service> nodes, Random random) {
            Service node = nodes.get(random.nextInt(nodes.size()));
            node.freeze();
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(6_000)).toNanos());
            node.thaw();
        }
    },
    /** SIGKILL to PostgreSQL and all its parts, which is started again. */
    POSTGRES_KILLED {
        @Override
        void befall(Site site, List<Service> nodes, Random random) {
            site.postgres().kill();
            site.startPostgres();
        }
    },
    /** Every connection to PostgreSQL is cut. */
    CONNECTIONS_CUT {
        @Override
        void befall(Site site, List<Service> nodes, Random random) throws SQLException {
            site.execute("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                    + " and pid <> pg_backend_pid()");
        }
    };

    abstract void befall(Site site, List<Service> nodes, Random random) throws SQLException;
}
