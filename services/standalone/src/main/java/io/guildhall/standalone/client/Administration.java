package io.guildhall.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks after a running instance: one command, one call, and what the instance says to it. */
final class Administration {
    private static final String DEFAULT_DATA = ".guildhall/data";
    private static final Set<String> OPTIONS = Set.of("url", "data", "reason");

    private final Platform platform;
    private final OperatorAccess access;
    private final String reason;
    private final List<String> words;

    private Administration(Map<String, String> options, List<String> words, Map<String, String> environment) {
        this.platform = new Platform(options.getOrDefault("url", Client.DEFAULT_URL));
        this.access =
                new OperatorAccess(environment, Path.of(options.getOrDefault("data", DEFAULT_DATA)), Clock.systemUTC());
        this.reason = options.getOrDefault("reason", "");
        this.words = words;
    }

    /** Options may stand anywhere; the rest is the command. */
    static Administration of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith("--") && OPTIONS.contains(argument.substring(2)) && index + 1 < arguments.size()) {
                options.put(argument.substring(2), arguments.get(++index));
            } else {
                words.add(argument);
            }
        }
        return new Administration(options, words, environment);
    }

    Platform platform() {
        return platform;
    }

    String run() throws IOException, InterruptedException {
        if (words.isEmpty() || words.getFirst().equals("help")) {
            return AdminCommands.help();
        }
        JsonNode answer = send(new AdminCommands(this::id).parse(words));
        return answer.isNull() ? "done\n" : answer.toPrettyString() + "\n";
    }

    private String id(String user) throws IOException, InterruptedException {
        JsonNode found = send(AdminRequest.get("/users?query=" + AdminCommands.encoded(user)));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no account " + user);
        }
        return found.get(0).path("id").asText();
    }

    private JsonNode send(AdminRequest request) throws IOException, InterruptedException {
        return platform.send(access.header(), request.method(), request.path(), request.body(), reason);
    }
}
