package io.guildhall.orchestration.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param settings what is added to its environment: no secret stands on a command line, which everybody can read
 * @param log where both its outputs go
 * @param append whether what the log holds stays
 */
public record Launch(List<String> command, Map<String, String> settings, Path log, boolean append) {
    public Launch {
        command = List.copyOf(command);
        settings = Map.copyOf(settings);
    }
}
