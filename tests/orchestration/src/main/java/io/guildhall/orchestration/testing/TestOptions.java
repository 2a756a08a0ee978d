package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.commandline.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person asked to be tested.
 *
 * @param against an instance that runs already
 * @param executables whether the stack is one of native executables
 */
record TestOptions(Part part, Optional<String> against, boolean executables) {
    static TestOptions read(List<String> arguments) {
        Options options = Options.read("test", arguments, Set.of("--only", "--against"), Set.of("--native"));
        Optional<String> against = options.value("--against").map(TestOptions::withoutSlash);
        Part part = against.isPresent()
                ? Part.AGAINST
                : options.value("--only").map(Part::named).orElse(Part.ALL);
        if (!options.has("--native")) {
            return new TestOptions(part, against, false);
        }
        return switch (part) {
            // Executables are checked where they differ from a JVM: as processes that talk to clients and to each
            // other.
            case ALL -> new TestOptions(Part.PROCESSES, against, true);
            case STACK, FAILOVER -> new TestOptions(part, against, true);
            case UNIT, CHART, STANDALONE, WEB, PUSH, VOICE, CLIENTS, BOTS, SEARCH, LONG, PROCESSES, AGAINST ->
                throw new Refusal("test --native is for the stack and failover");
        };
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
