package io.guildhall.search.tool;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.guildhall.model.rpc.SearchOperatorGrpc;
import io.guildhall.rpc.OperatorChannel;
import io.guildhall.rpc.config.ClusterConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What operators ask a search node of: {@code search cells|bind|reindex|drop|check|drain --at HOST:PORT ...}. The cluster's secret comes from the
 * environment, as for services. Exit status: 0 when it was done, 1 when it was not, 64 for a command that is none.
 */
public final class SearchTool {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;

    private static final int CONVERTER_PRIORITY = 200;

    private final PrintStream out;
    private final PrintStream errors;

    SearchTool(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    public static void main(String... arguments) {
        System.exit(new SearchTool(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        Optional<SearchCommand> command = SearchCommand.read(List.of(arguments));
        if (command.isEmpty()) {
            SearchCommand.USAGE.forEach(errors::println);
            return USAGE;
        }
        ManagedChannel channel = null;
        try {
            channel = OperatorChannel.open(command.get().address(), config());
            command.get().run(SearchOperatorGrpc.newBlockingStub(channel), out);
            return DONE;
        } catch (StatusRuntimeException | IllegalStateException failure) {
            errors.println("guildhall: " + failure.getMessage());
            return FAILED;
        } finally {
            if (channel != null) {
                channel.shutdownNow();
            }
        }
    }

    private static ClusterConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(ClusterConfig.class)
                .build()
                .getConfigMapping(ClusterConfig.class);
    }
}
