package io.guildhall.orchestration.workplace;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checkout, and what a person set for this call.
 *
 * @param root the directory that holds ./guildhall
 * @param javaHome of the JDK that runs servers
 * @param environment the variables of this call
 * @param serverFlags of every server's JVM, before those that the person adds
 */
public record Workplace(Path root, Path javaHome, Map<String, String> environment, List<String> serverFlags) {
    public Workplace {
        environment = Map.copyOf(environment);
        serverFlags = List.copyOf(serverFlags);
    }

    /** What is fetched, made and left behind. */
    public Path state() {
        return root.resolve(".guildhall");
    }

    /** Of a variable that is set to something. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    public String setting(String name, String otherwise) {
        return setting(name).orElse(otherwise);
    }

    /** What the person adds to every server process. */
    public List<String> addedFlags() {
        return words(setting("GUILDHALL_JAVA_OPTS", ""));
    }

    /** The same, with a variable set to something else. */
    public Workplace with(String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return new Workplace(root, javaHome, changed, serverFlags);
    }

    /** The words of a text, as a shell splits it when nothing is quoted. */
    public static List<String> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }
}
