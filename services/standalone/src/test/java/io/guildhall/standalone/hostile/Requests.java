package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A request for each operation that its shapes take.
 *
 * @param ids by the names of paths' parameters
 */
record Requests(Map<String, String> ids) {
    /** Bodies that do more than the least that is taken; {@code $name} stands for an id. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("authorizeBot", "{\"guild_id\":\"$guild_id\",\"authorize\":true}"),
            Map.entry("createInteraction", """
                {"type":2,"application_id":"$application_id","guild_id":"$guild_id","channel_id":"$channel_id",
                 "session_id":"x","data":{"id":"$command_id","version":"$version","name":"x","type":1}}
                """),
            Map.entry("createMessage", "{\"content\":\"x\"}"),
            Map.entry("updateMessage", "{\"content\":\"y\"}"),
            Map.entry("updateChannel", "{\"name\":\"other\"}"),
            Map.entry("setVoiceStatus", "{\"status\":\"here\"}"),
            Map.entry("createUploadSlots", "{\"files\":[{\"filename\":\"x.txt\",\"file_size\":1}]}"),
            Map.entry("createScheduledEvent", """
                {"name":"x","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"here"},
                 "scheduled_start_time":"$start","scheduled_end_time":"$end"}
                """),
            Map.entry("createStageInstance", "{\"channel_id\":\"$channel_id\",\"topic\":\"x\"}"),
            Map.entry("followChannel", "{\"webhook_channel_id\":\"$target_id\"}"),
            Map.entry("updateMember", "{\"nick\":\"x\"}"),
            Map.entry("updateMyMember", "{\"nick\":\"x\"}"),
            Map.entry("updateMyNick", "{\"nick\":\"y\"}"),
            Map.entry("vote", "{\"answer_ids\":[\"1\"]}"),
            Map.entry("bulkDeleteMessages", "{\"messages\":[\"$message_id\",\"$second_id\"]}"));

    /** What a form is sent as. */
    static final String FORM = "multipart/form-data; boundary=end";

    static final byte[] STICKER = form("name", "xx", "description", "", "tags", "x");

    static Requests of(Map<String, String> ids) {
        return new Requests(Map.copyOf(ids));
    }

    /** Forms come as such: a file is not to be had otherwise. */
    RestAnswer send(Calls calls, Operation operation, String token) {
        String path = path(operation);
        String query = query(operation);
        return switch (operation.name()) {
            case "createSticker" -> calls.send(operation.method(), path, query, token, FORM, STICKER);
            case "uploadApplicationAttachment" -> calls.send(operation.method(), path, query, token, FORM, form());
            default -> calls.json(operation.method(), path, query, token, body(operation));
        };
    }

    private static byte[] form(String... fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int field = 0; field < fields.length; field += 2) {
            form.writeBytes(part("name=\"" + fields[field] + "\"", "text/plain", fields[field + 1].getBytes(UTF_8)));
        }
        String picture = Samples.PICTURE.substring(Samples.PICTURE.indexOf(',') + 1);
        form.writeBytes(part(
                "name=\"file\"; filename=\"x.png\"",
                "image/png",
                Base64.getDecoder().decode(picture)));
        form.writeBytes("--end--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static byte[] part(String disposition, String type, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--end\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n")
                        .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    String path(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace('{' + id.getKey() + '}', id.getValue());
        }
        assertThat(path).as("a path with something for every parameter").doesNotContain("{");
        return path;
    }

    /** The least that is asked for in the query. */
    String query(Operation operation) {
        if (operation.name().equals("authorizeBot")) {
            return "client_id=" + ids.get("application_id");
        }
        StringBuilder query = new StringBuilder();
        Samples samples = new Samples(List.of(ids.get("message_id")));
        operation.query().flatMap(samples::least).ifPresent(least -> least.properties()
                .forEach(field -> query.append(query.isEmpty() ? "" : "&")
                        .append(field.getKey())
                        .append('=')
                        .append(URLEncoder.encode(field.getValue().asText(), UTF_8))));
        return query.toString();
    }

    String body(Operation operation) {
        String body = BODIES.get(operation.name());
        if (body == null) {
            Samples samples = new Samples(List.of(ids.get("message_id")));
            body = operation
                    .body()
                    .flatMap(samples::least)
                    .map(JsonNode::toString)
                    .orElse("{}");
        }
        Instant start = Instant.now().plus(Duration.ofDays(1));
        body = body.replace("$start", start.toString())
                .replace("$end", start.plus(Duration.ofHours(1)).toString());
        for (Map.Entry<String, String> id : ids.entrySet()) {
            body = body.replace('$' + id.getKey(), id.getValue());
        }
        return body;
    }
}
