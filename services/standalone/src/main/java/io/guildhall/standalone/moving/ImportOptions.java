package io.guildhall.standalone.moving;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command is to do.
 *
 * @param cdn what addresses of attachments begin with, without a slash at the end
 */
record ImportOptions(Path folder, Path data, String owner, String cdn) {
    private static final String USUAL_CDN = "http://localhost:8080/cdn";
    private static final Set<String> KNOWN = Set.of("--data", "--owner", "--cdn");

    /** Empty for a command that is none. */
    static Optional<ImportOptions> parse(List<String> arguments) {
        if (arguments.size() < 2
                || arguments.size() % 2 != 0
                || !arguments.getFirst().equals("discord-export")) {
            return Optional.empty();
        }
        Map<String, String> given = new HashMap<>();
        for (int index = 2; index < arguments.size(); index += 2) {
            if (!KNOWN.contains(arguments.get(index))
                    || given.put(arguments.get(index), arguments.get(index + 1)) != null) {
                return Optional.empty();
            }
        }
        if (!given.containsKey("--data") || !given.containsKey("--owner")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ImportOptions(
                    Path.of(arguments.get(1)),
                    Path.of(given.get("--data")),
                    given.get("--owner"),
                    given.getOrDefault("--cdn", USUAL_CDN)));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
