package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.workplace.Preparation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code backend fetch cassandra}, {@code start cassandra}, which prints the process, and {@code stop --dir DIR}. */
public final class BackendCommand {
    private static final String USAGE =
            "backend fetch cassandra, start cassandra --name N --dir DIR, or stop --dir DIR";

    private final Backends backends;
    private final Preparation preparation;
    private final PrintStream out;

    public BackendCommand(Backends backends, Preparation preparation, PrintStream out) {
        this.backends = backends;
        this.preparation = preparation;
        this.out = out;
    }

    public void run(List<String> arguments) {
        if (arguments.equals(List.of("fetch", "cassandra"))) {
            preparation.cassandra();
        } else if (arguments.size() >= 2 && arguments.subList(0, 2).equals(List.of("start", "cassandra"))) {
            out.println(backends.start(CassandraNode.read(arguments.subList(2, arguments.size()))));
        } else if (!arguments.isEmpty() && arguments.getFirst().equals("stop")) {
            stop(arguments.subList(1, arguments.size()));
        } else {
            throw new Refusal(USAGE);
        }
    }

    private void stop(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--dir")) {
            throw new Refusal("backend stop --dir DIR");
        }
        backends.stop(Path.of(arguments.getLast()));
    }
}
