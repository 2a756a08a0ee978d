package io.guildhall.storage.tool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command: {@code --name value}, or {@code --name} alone for switches. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> switches = new HashSet<>();

    private Arguments() {}

    /** @throws UsageException for anything that is not among the names */
    static Arguments parse(String[] arguments, Set<String> valueNames, Set<String> switchNames) throws UsageException {
        Arguments parsed = new Arguments();
        for (int index = 0; index < arguments.length; index++) {
            String name = arguments[index];
            if (switchNames.contains(name)) {
                parsed.switches.add(name);
            } else if (!valueNames.contains(name)) {
                throw new UsageException("it does not know " + name);
            } else if (index + 1 == arguments.length) {
                throw new UsageException(name + " needs a value");
            } else {
                index++;
                parsed.values.put(name, arguments[index]);
            }
        }
        return parsed;
    }

    String required(String name) throws UsageException {
        String value = values.get(name);
        if (value == null) {
            throw new UsageException(name + " is missing");
        }
        return value;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws UsageException when the value is no whole number from 1 to {@code most} */
    int number(String name, int otherwise, int most) throws UsageException {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException(name + " must be a number from 1 to " + most, notANumber);
        }
        throw new UsageException(name + " must be a number from 1 to " + most);
    }

    boolean has(String name) {
        return switches.contains(name);
    }
}
