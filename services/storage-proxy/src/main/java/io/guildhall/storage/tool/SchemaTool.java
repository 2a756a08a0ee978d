package io.guildhall.storage.tool;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.storage.cassandra.CassandraTarget;
import io.guildhall.storage.cassandra.CqlSessions;
import io.guildhall.storage.cassandra.Credentials;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.cassandra.schema.Replication;
import io.guildhall.storage.cassandra.schema.SchemaDiff;
import io.guildhall.storage.store.StoreException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a keyspace to the catalogue, or prints what that would take. The exit code of diff is 0 when nothing is missing and 1
 * otherwise; that of apply is 1 when the keyspace has something that cannot be changed. 2: the cluster could not be used; 64: the
 * arguments make no sense.
 */
public final class SchemaTool {
    static final int DONE = 0;
    static final int DIFFERENT = 1;
    static final int UNREACHABLE = 2;
    static final int USAGE = 64;

    static final String HELP = """
            schema apply|diff --to cassandra:HOST[:PORT][,HOST...] [--keyspace NAME] [--replication DATACENTER=COPIES,...]
            Name and password come from GUILDHALL_CASSANDRA_USERNAME and GUILDHALL_CASSANDRA_PASSWORD.""";

    private final PrintStream output;
    private final PrintStream errors;
    private final Map<String, String> environment;

    SchemaTool(PrintStream output, PrintStream errors, Map<String, String> environment) {
        this.output = output;
        this.errors = errors;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(new SchemaTool(System.out, System.err, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        SchemaCommand command;
        try {
            command = SchemaCommand.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            errors.println("guildhall: " + wrong.getMessage());
            errors.println(HELP);
            return USAGE;
        }
        CassandraTarget target = command.target();
        CassandraOptions options = CassandraOptions.defaults(command.keyspace());
        try (CqlSession session = CqlSessions.open(target, credentials(), options)) {
            ClusterSchema schema = new ClusterSchema(session, options.keyspace(), command.replication());
            return switch (command.action()) {
                case APPLY -> apply(schema, options.keyspace());
                case DIFF -> diff(schema);
            };
        } catch (StoreException failure) {
            errors.println("guildhall: " + failure.getMessage());
            return failure.reason() == StoreException.Reason.FAILED ? DIFFERENT : UNREACHABLE;
        }
    }

    private int apply(ClusterSchema schema, String keyspace) {
        schema.apply(statement -> output.println(statement + ";"));
        schema.diff().notes().forEach(errors::println);
        errors.println("The schema of keyspace " + keyspace + " is up to date.");
        return DONE;
    }

    private int diff(ClusterSchema schema) {
        SchemaDiff diff = schema.diff();
        diff.notes().forEach(errors::println);
        diff.refusals().forEach(errors::println);
        diff.statements().forEach(statement -> output.println(statement + ";"));
        return diff.isEmpty() ? DONE : DIFFERENT;
    }

    private Optional<Credentials> credentials() {
        String username = environment.get("GUILDHALL_CASSANDRA_USERNAME");
        String password = environment.get("GUILDHALL_CASSANDRA_PASSWORD");
        return username == null || password == null
                ? Optional.empty()
                : Optional.of(new Credentials(username, password));
    }

    /** What was asked for. */
    record SchemaCommand(Action action, CassandraTarget target, String keyspace, Optional<Replication> replication) {
        private static final String DEFAULT_KEYSPACE = "guildhall";

        enum Action {
            APPLY,
            DIFF
        }

        static SchemaCommand parse(String... arguments) {
            Action action =
                    switch (arguments.length == 0 ? "" : arguments[0]) {
                        case "apply" -> Action.APPLY;
                        case "diff" -> Action.DIFF;
                        default -> throw new IllegalArgumentException("schema apply or schema diff");
                    };
            Optional<CassandraTarget> target = Optional.empty();
            Optional<String> keyspace = Optional.empty();
            Optional<Replication> replication = Optional.empty();
            for (int index = 1; index < arguments.length; index += 2) {
                if (index + 1 == arguments.length) {
                    throw new IllegalArgumentException(arguments[index] + " wants a value");
                }
                String value = arguments[index + 1];
                switch (arguments[index]) {
                    case "--to" -> target = Optional.of(CassandraTarget.parse(value));
                    case "--keyspace" -> keyspace = Optional.of(value);
                    case "--replication" -> replication = Optional.of(Replication.parse(value));
                    default -> throw new IllegalArgumentException("schema does not know " + arguments[index]);
                }
            }
            CassandraTarget cluster = target.orElseThrow(() -> new IllegalArgumentException("--to is missing"));
            String name = keyspace.or(cluster::keyspace).orElse(DEFAULT_KEYSPACE);
            CassandraOptions.defaults(name);
            return new SchemaCommand(action, cluster, name, replication);
        }
    }
}
