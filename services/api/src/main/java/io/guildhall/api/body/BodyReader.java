package io.guildhall.api.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.ApiConfig;
import io.guildhall.api.http.RestRequest;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.Uploads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a body by an operation's shape: JSON, or a form with files and the JSON in one of its fields. */
@ApplicationScoped
public class BodyReader {
    private static final String MULTIPART = "multipart/form-data";

    private final ApiConfig.Bodies config;
    private final Uploads uploads;
    private final BodyImages images;

    @Inject
    public BodyReader(ApiConfig config, Uploads uploads, BodyImages images) {
        this.config = config.bodies();
        this.uploads = uploads;
        this.images = images;
    }

    /** @throws ApiException 50109 for no JSON, 50035 for JSON of another shape, 40005 for too much of it */
    public ParsedBody read(RestRequest request, Operation operation, Map<String, String> path) {
        Optional<Shape> shape = operation.body();
        if (shape.isEmpty()) {
            return ParsedBody.of(MissingNode.getInstance());
        }
        String type = Optional.ofNullable(request.header("Content-Type")).orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith(MULTIPART)) {
            return readForm(request, operation, type, path);
        }
        JsonNode json = parse(readBounded(request.body(), config.maxJson()));
        return ParsedBody.of(images.store(shape.get(), check(shape.get(), json)));
    }

    /** Removes the files of a request that was refused after all. */
    public void discard(ParsedBody body) {
        body.keys().forEach(uploads::discard);
    }

    private ParsedBody readForm(RestRequest request, Operation operation, String type, Map<String, String> path) {
        if (!operation.files()) {
            throw ApiException.invalidField(
                    "_body",
                    "CONTENT_TYPE_INVALID",
                    "Expected \"Content-Type\" header to be one of {'application/json'}.");
        }
        Uploads.Form form = uploads.receive(request.body(), type, path.getOrDefault("channel_id", "0"));
        try {
            JsonNode json = form.json().map(BodyReader::parse).orElse(form.fields());
            Shape shape = operation.body().orElseThrow();
            return new ParsedBody(images.store(shape, check(shape, json)), form.files(), form.keys());
        } catch (RuntimeException refused) {
            form.keys().forEach(uploads::discard);
            throw refused;
        }
    }

    private static JsonNode check(Shape shape, JsonNode json) {
        Problems problems = Problems.none();
        JsonNode clean = shape.check(json, problems);
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return clean;
    }

    /** No body at all counts as an empty object. */
    private static JsonNode parse(byte[] json) {
        try {
            JsonNode parsed = Json.MAPPER.readTree(json);
            return parsed == null || parsed.isMissingNode() ? Json.object() : parsed;
        } catch (JsonProcessingException malformed) {
            throw ApiException.of(ErrorCode.REQUEST_BODY_CONTAINS_INVALID_JSON);
        } catch (IOException malformed) {
            // Broken UTF-8, which Jackson does not count as broken JSON.
            throw ApiException.of(ErrorCode.REQUEST_BODY_CONTAINS_INVALID_JSON);
        }
    }

    private static byte[] readBounded(InputStream body, int maximum) {
        try {
            byte[] bytes = body.readNBytes(maximum + 1);
            if (bytes.length > maximum) {
                throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away in the middle of its request", e);
        }
    }
}
