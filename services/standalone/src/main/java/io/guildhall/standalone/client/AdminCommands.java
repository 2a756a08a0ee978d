package io.guildhall.standalone.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operator types, as calls of the API. People are named by their id, their username or their e-mail address. */
final class AdminCommands {
    private static final String HELP = """
        settings [FIELD=VALUE]...          show the settings of the instance, or change some; FIELD= puts the default back
        administrators                     who looks after the instance
        appoint USER administrator|moderator
        dismiss USER
        invitations                        codes that people register with
        invite [USES [SECONDS]]            a code for so many people (1), good for so long (always)
        uninvite CODE
        user USER                          an account
        disable USER | enable USER         keep an account from being used, or not any more
        password USER                      a password to hand over; every login ends
        second-factor USER                 the account asks for its password alone; every login ends
        delete-user USER
        guild ID|INVITE                    a guild
        guilds USER                        the guilds of a member
        suspend GUILD | restore GUILD      keep a guild from being used, or not any more
        transfer GUILD USER                give it to a member
        reports [open|settled]             what people reported
        settle REPORT resolved|dismissed|open [NOTE]
        announce TEXT [SECONDS]            tell everybody
        unannounce ID
        audit                              what administrators did
        """;

    private final Names names;

    /** Finds the id of somebody by what they are called. */
    interface Names {
        String id(String user) throws IOException, InterruptedException;
    }

    AdminCommands(Names names) {
        this.names = names;
    }

    static String help() {
        return HELP;
    }

    /** @throws IllegalArgumentException for what is no command */
    AdminRequest parse(List<String> words) throws IOException, InterruptedException {
        Words given = new Words(words);
        String command = given.next("a command");
        AdminRequest request =
                switch (command) {
                    case "settings" -> settings(given);
                    case "administrators" -> AdminRequest.get("/administrators");
                    case "appoint" ->
                        AdminRequest.put(
                                "/administrators/" + user(given),
                                Map.of("role", given.next("administrator or moderator")));
                    case "dismiss" -> AdminRequest.delete("/administrators/" + user(given));
                    case "invitations" -> AdminRequest.get("/invitations");
                    case "invite" -> AdminRequest.post("/invitations", numbers(given, "max_uses", "max_age"));
                    case "uninvite" -> AdminRequest.delete("/invitations/" + encoded(given.next("a code")));
                    case "user" -> AdminRequest.get("/users/" + user(given));
                    case "disable" -> AdminRequest.patch("/users/" + user(given), Map.of("disabled", true));
                    case "enable" -> AdminRequest.patch("/users/" + user(given), Map.of("disabled", false));
                    case "password" -> AdminRequest.post("/users/" + user(given) + "/password", Map.of());
                    case "second-factor" -> AdminRequest.delete("/users/" + user(given) + "/second-factor");
                    case "delete-user" -> AdminRequest.delete("/users/" + user(given));
                    case "guild" -> AdminRequest.get("/guilds?query=" + encoded(given.next("an id or an invite")));
                    case "guilds" -> AdminRequest.get("/guilds?user_id=" + user(given));
                    case "suspend" -> AdminRequest.put("/guilds/" + guild(given) + "/suspension", null);
                    case "restore" -> AdminRequest.delete("/guilds/" + guild(given) + "/suspension");
                    case "transfer" ->
                        AdminRequest.post("/guilds/" + guild(given) + "/transfer", Map.of("owner_id", user(given)));
                    case "reports" -> AdminRequest.get("/reports?state=" + encoded(given.nextOr("open")));
                    case "settle" -> settle(given);
                    case "announce" -> announce(given);
                    case "unannounce" -> AdminRequest.delete("/announcements/" + encoded(given.next("an id")));
                    case "audit" -> AdminRequest.get("/audit");
                    default -> throw new IllegalArgumentException("there is no command " + command + "\n" + HELP);
                };
        given.requireNone();
        return request;
    }

    private static AdminRequest settings(Words given) {
        Map<String, Object> changes = new LinkedHashMap<>();
        while (given.hasNext()) {
            String[] parts = given.next("a field").split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a setting is FIELD=VALUE, not " + parts[0]);
            }
            changes.put(parts[0], value(parts[0], parts[1]));
        }
        return changes.isEmpty() ? AdminRequest.get("/settings") : AdminRequest.patch("/settings", changes);
    }

    /** Domains are a list, with commas between them. Numbers and booleans may come as text. */
    private static Object value(String field, String text) {
        if (field.equals("blocked_email_domains")) {
            return Arrays.stream(text.split(","))
                    .filter(domain -> !domain.isBlank())
                    .toList();
        }
        return text.isEmpty() ? null : text;
    }

    private static AdminRequest settle(Words given) {
        String report = encoded(given.next("a report"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", given.next("resolved, dismissed or open"));
        if (given.hasNext()) {
            body.put("note", given.next("a note"));
        }
        return AdminRequest.patch("/reports/" + report, body);
    }

    private static AdminRequest announce(Words given) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", given.next("a text"));
        body.putAll(numbers(given, "max_age"));
        return AdminRequest.post("/announcements", body);
    }

    private static Map<String, Object> numbers(Words given, String... fields) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (String field : fields) {
            if (given.hasNext()) {
                numbers.put(field, given.next("a number"));
            }
        }
        return numbers;
    }

    private String user(Words given) throws IOException, InterruptedException {
        return names.id(given.next("a user"));
    }

    private static String guild(Words given) {
        return encoded(given.next("a guild's id"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is left of what was typed. */
    private static final class Words {
        private final List<String> words;
        private int place;

        Words(List<String> words) {
            this.words = words;
        }

        boolean hasNext() {
            return place < words.size();
        }

        String next(String expected) {
            if (!hasNext()) {
                throw new IllegalArgumentException(expected + " is missing\n" + HELP);
            }
            return words.get(place++);
        }

        String nextOr(String otherwise) {
            return hasNext() ? next("") : otherwise;
        }

        void requireNone() {
            if (hasNext()) {
                throw new IllegalArgumentException("nothing is done with " + words.get(place));
            }
        }
    }
}
