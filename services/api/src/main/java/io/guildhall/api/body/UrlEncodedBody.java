package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body of the fields of a form. As in a form with files, one named {@code payload_json} is the whole of it: py-cord answers
 * interactions so, whose HTTP client writes a form without files in this way.
 */
final class UrlEncodedBody {
    private static final String WHOLE = "payload_json";

    private UrlEncodedBody() {}

    /** @throws io.guildhall.model.error.ApiException 50109 when the field is no JSON */
    static JsonNode read(byte[] bytes) {
        JsonNode fields = QueryReader.parse(new String(bytes, UTF_8));
        JsonNode whole = fields.path(WHOLE);
        return whole.isTextual() ? UntrustedJson.read(whole.textValue().getBytes(UTF_8)) : fields;
    }
}
