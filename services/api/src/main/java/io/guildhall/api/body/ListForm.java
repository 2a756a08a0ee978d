package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.upload.SmallForm;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form in which one field is a file of ids: CSV with one column, with or without a line above that names it. The rest of the body is in
 * {@code payload_json} or in fields of their own.
 *
 * @param field the name of the file's field
 * @param most how many ids there may be
 */
record ListForm(String field, int most) {
    private static final int MOST_COMPLAINTS = 100;
    private static final int BYTES_PER_LINE = 26;
    private static final String PAYLOAD = "payload_json";
    private static final Pattern HEADER = Pattern.compile("[A-Za-z_ ]{1,100}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    /** The form in which a body of this shape may come. */
    static Optional<ListForm> of(Shape shape) {
        if (!(shape instanceof ObjectShape fields)) {
            return Optional.empty();
        }
        for (Map.Entry<String, Shape> field : fields.shapes().entrySet()) {
            if (field.getValue() instanceof ListShape list && list.inFile()) {
                return Optional.of(new ListForm(field.getKey(), list.mostValues()));
            }
        }
        return Optional.empty();
    }

    /**
     * The body as if it had come as JSON, with the ids as a list.
     *
     * @throws ApiException 50035 that names the lines which are no ids, and for a file that is too large
     */
    JsonNode read(InputStream body, String contentType) {
        SmallForm form = SmallForm.read(body, contentType, field, most * BYTES_PER_LINE);
        ObjectNode fields = form.fields();
        if (fields.path(PAYLOAD).isTextual()
                && UntrustedJson.read(fields.path(PAYLOAD).textValue().getBytes(UTF_8)) instanceof ObjectNode payload) {
            fields = payload;
        }
        if (form.file().isPresent()) {
            fields.set(field, ids(new String(form.file().get(), UTF_8)));
        }
        return fields;
    }

    private ArrayNode ids(String file) {
        ArrayNode ids = Json.array();
        Problems problems = Problems.none();
        int complaints = 0;
        List<String> lines = file.lines().toList();
        for (int index = 0; index < lines.size() && complaints < MOST_COMPLAINTS; index++) {
            String value = unquoted(lines.get(index));
            if (value.isEmpty() || index == 0 && HEADER.matcher(value).matches()) {
                continue;
            }
            String complaint = complaint(value);
            if (complaint == null) {
                ids.add(value);
            } else {
                complaints++;
                problems.at(field).add("INVALID_USER_ID", "Line " + (index + 1) + ": " + complaint);
            }
        }
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return ids;
    }

    /** Null for an id. */
    private static String complaint(String value) {
        if (!ID.matcher(value).matches()) {
            return "invalid user ID format";
        }
        try {
            return Snowflake.parse(value) > 0 ? null : "invalid user ID - must be a valid Discord snowflake";
        } catch (NumberFormatException tooLarge) {
            return "invalid user ID - must be a valid Discord snowflake";
        }
    }

    private static String unquoted(String line) {
        String bare = line.replace("\uFEFF", "").strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1).strip()
                : bare;
    }
}
