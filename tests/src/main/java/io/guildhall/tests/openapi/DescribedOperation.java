package io.guildhall.tests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.guildhall.tests.recording.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One operation of the description. */
final class DescribedOperation {
    private final String method;
    private final String path;
    private final Pattern route;
    private final Pattern sound;
    private final JsonNode root;
    private final AnswerSchemas schemas;

    DescribedOperation(String method, String path, JsonNode root, AnswerSchemas schemas) {
        this.method = method;
        this.path = path;
        this.route = pattern(path);
        this.sound = pattern(withIds(path, root));
        this.root = root;
        this.schemas = schemas;
    }

    String name() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    int parameters() {
        return (int) path.chars().filter(character -> character == '{').count();
    }

    /**
     * Whether this operation gave the answer. A word where an id belongs can only be refused here: when it succeeded, it was an
     * operation that is not described, as of {@code /messages/search} beside {@code /messages/{message_id}}.
     */
    boolean answers(String requestMethod, String requestPath, int status) {
        String decoded = URLDecoder.decode(requestPath.replace("+", "%2B"), StandardCharsets.UTF_8);
        Pattern expected = status < 400 ? sound : route;
        return method.equalsIgnoreCase(requestMethod)
                && expected.matcher(decoded).matches();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile("\\Q" + path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E/?");
    }

    private static String withIds(String path, JsonNode root) {
        String exact = path;
        for (JsonNode parameter : root.at(pointer("/paths", path, "parameters"))) {
            if (parameter.at("/schema/$ref").asText().endsWith("/SnowflakeType")) {
                exact = exact.replace("{" + parameter.path("name").asText() + "}", "\\E[0-9]+\\Q");
            }
        }
        return exact;
    }

    /** What is wrong with the answer; empty when it is as described. */
    List<String> problems(Answer answer) {
        String pointer = pointer("/paths", path, method, "responses", described(answer.status()));
        JsonNode response = root.at(pointer);
        if (response.isMissingNode()) {
            return List.of("no answer with this status is described");
        }
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
            response = root.at(pointer);
        }
        JsonNode content = response.path("content").path("application/json");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body where none is described");
        }
        if (!answer.type().equals("application/json")) {
            return List.of("the content type is '" + answer.type() + "'");
        }
        return SchemaErrors.lines(schemas.at(pointer + pointer("", "content", "application/json", "schema"))
                .validate(answer.body(), InputFormat.JSON));
    }

    private String described(int status) {
        JsonNode responses = root.at(pointer("/paths", path, method, "responses"));
        String exact = Integer.toString(status);
        return responses.has(exact) ? exact : status / 100 + "XX";
    }

    private static String pointer(String start, String... names) {
        StringBuilder pointer = new StringBuilder(start);
        for (String name : names) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
