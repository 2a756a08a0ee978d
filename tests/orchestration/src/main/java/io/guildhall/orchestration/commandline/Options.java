package io.guildhall.orchestration.commandline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person added to a command: options with a value, and flags without. The last of equal options counts. */
public final class Options {
    private final Map<String, String> values;
    private final Set<String> flags;

    private Options(Map<String, String> values, Set<String> flags) {
        this.values = Map.copyOf(values);
        this.flags = Set.copyOf(flags);
    }

    /**
     * Reads what follows a command.
     *
     * @param command its name, for complaints
     * @throws Refusal for what is neither of the two, and for an option without its value
     */
    public static Options read(String command, List<String> arguments, Set<String> withValue, Set<String> flags) {
        Map<String, String> values = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (flags.contains(argument)) {
                given.add(argument);
            } else if (!withValue.contains(argument)) {
                throw new Refusal(command + " does not know " + argument);
            } else if (++index == arguments.size()) {
                throw new Refusal(command + " " + argument + " needs a value");
            } else {
                values.put(argument, arguments.get(index));
            }
        }
        return new Options(values, given);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** @throws Refusal when the value is not a port */
    public Optional<Integer> port(String option) {
        return value(option).map(text -> {
            if (text.matches("[0-9]{1,5}")) {
                int port = Integer.parseInt(text);
                if (port > 0 && port < 65_536) {
                    return port;
                }
            }
            throw new Refusal(option + " takes the number of a port, not " + text);
        });
    }
}
