package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.workplace.Preparation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** {@code backend fetch KIND}, {@code start KIND}, which prints the process, and {@code stop --dir DIR}. */
public final class BackendCommand {
    private static final String USAGE =
            "backend fetch KIND, start KIND --name N --dir DIR, or stop --dir DIR; KIND is cassandra, elasticsearch,"
                    + " kafka, redis or s3";

    private enum Kind {
        CASSANDRA(Preparation::cassandra, CassandraNode::read),
        ELASTICSEARCH(Preparation::elasticsearch, ElasticsearchNode::read),
        KAFKA(Preparation::kafka, KafkaNode::read),
        REDIS(Preparation::redis, RedisNode::read),
        S3(Preparation::s3, S3Node::read);

        private final Consumer<Preparation> fetched;
        private final BiFunction<String, List<String>, Backend> read;

        Kind(Consumer<Preparation> fetched, BiFunction<String, List<String>, Backend> read) {
            this.fetched = fetched;
            this.read = read;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Backends backends;
    private final Preparation preparation;
    private final PrintStream out;

    public BackendCommand(Backends backends, Preparation preparation, PrintStream out) {
        this.backends = backends;
        this.preparation = preparation;
        this.out = out;
    }

    public void run(List<String> arguments) {
        String action = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.stream().skip(1).toList();
        switch (action) {
            case "fetch" ->
                kind(rest)
                        .filter(kind -> rest.size() == 1)
                        .orElseThrow(() -> new Refusal(USAGE))
                        .fetched
                        .accept(preparation);
            case "start" -> {
                Kind kind = kind(rest).orElseThrow(() -> new Refusal(USAGE));
                String command = "backend start " + kind.word();
                out.println(backends.start(kind.read.apply(command, rest.subList(1, rest.size()))));
            }
            case "stop" -> stop(rest);
            default -> throw new Refusal(USAGE);
        }
    }

    private static Optional<Kind> kind(List<String> arguments) {
        return arguments.stream()
                .limit(1)
                .flatMap(word ->
                        Arrays.stream(Kind.values()).filter(kind -> kind.word().equals(word)))
                .findFirst();
    }

    private void stop(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--dir")) {
            throw new Refusal("backend stop --dir DIR");
        }
        backends.stop(Path.of(arguments.getLast()));
    }
}
