package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.FileGate;
import io.guildhall.api.upload.SlotReferences;
import io.guildhall.api.upload.Slots;
import io.guildhall.api.upload.SmallForm;
import io.guildhall.api.upload.Uploads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.FileShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a body by an operation's shape: JSON, or a form with files and the JSON in one of its fields. */
@ApplicationScoped
public class BodyReader {
    private static final String MULTIPART = "multipart/form-data";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final ApiConfig.Bodies config;
    private final BodyLimits limits;
    private final BodyBudget budget;
    private final Uploads uploads;
    private final BodyImages images;
    private final Slots slots;
    private final FileGate files;

    @Inject
    public BodyReader(
            ApiConfig config, BodyBudget budget, Uploads uploads, BodyImages images, Slots slots, FileGate files) {
        this.config = config.bodies();
        this.limits = new BodyLimits(config.bodies());
        this.budget = budget;
        this.uploads = uploads;
        this.images = images;
        this.slots = slots;
        this.files = files;
    }

    /**
     * Reads the whole body; whoever asked closes the result when the request is answered.
     *
     * @throws ApiException 50109 for no JSON, 50035 for JSON of another shape or another kind of body, 40005 for too much
     *     of it, 503 when too many bodies are under way
     */
    public ParsedBody read(
            RestRequest request, Operation operation, Optional<Identity> caller, Map<String, String> path) {
        int limit = limits.of(operation);
        BodyBudget.Share share = budget.take(operation.body().isEmpty() ? 0 : announced(request, limit));
        try {
            Optional<Shape> shape = operation.body();
            if (shape.isEmpty()) {
                return ParsedBody.of(MissingNode.getInstance(), Map.of(), share);
            }
            String type = mediaType(request);
            Optional<FileShape> file = smallFile(shape.get());
            if (file.isPresent()) {
                return readSmallForm(request, shape.get(), type, file.get(), share);
            }
            Optional<ListForm> list = ListForm.of(shape.get());
            if (list.isPresent() && type.equals(MULTIPART)) {
                try (Deadline form = Deadline.within(request.body(), config.timeout())) {
                    JsonNode fields = list.get().read(form, request.header("Content-Type"));
                    return ParsedBody.of(check(shape.get(), fields), Map.of(), share);
                }
            }
            if (type.equals(MULTIPART)) {
                return readForm(request, operation, limit, caller, path, share);
            }
            JsonNode json = json(type, readBounded(request, limit));
            if (operation.access() == Access.CLIENT) {
                BasicClient.addTo(json, request.header("Authorization"));
            }
            Map<String, byte[]> pictures = new HashMap<>();
            JsonNode clean = images.take(shape.get(), check(shape.get(), json), pictures);
            return new Reading(operation, caller, path).withUploaded(ParsedBody.of(clean, pictures, share));
        } catch (RuntimeException | Error refused) {
            share.close();
            throw refused;
        }
    }

    /** What the client says of its size, and the most that is taken where it says nothing. */
    private static int announced(RestRequest request, int limit) {
        try {
            return Math.clamp(Long.parseLong(request.header("Content-Length")), 0, limit);
        } catch (NumberFormatException unsaid) {
            return limit;
        }
    }

    /** In lower case, without parameters. A body of no declared type is taken for JSON. */
    private static String mediaType(RestRequest request) {
        String type = Optional.ofNullable(request.header("Content-Type")).orElse(JSON);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static JsonNode json(String type, byte[] bytes) {
        return switch (type) {
            case JSON -> UntrustedJson.read(bytes);
            case URL_ENCODED -> UrlEncodedBody.read(bytes);
            default -> {
                if (bytes.length > 0) {
                    throw otherType("'application/json', 'application/x-www-form-urlencoded'");
                }
                yield UntrustedJson.read(bytes);
            }
        };
    }

    private static ApiException otherType(String expected) {
        return ApiException.invalidField(
                "_body", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {" + expected + "}.");
    }

    /** Removes the files of a request that was refused after all. */
    public void discard(ParsedBody body) {
        body.keys().forEach(uploads::discard);
    }

    /**
     * The request succeeded: the files that its answer shows are a message's from now on. What becomes of other files their marks
     * tell, later.
     */
    public void keep(ParsedBody body, RestAnswer answer) {
        String shown = body.keys().isEmpty() ? "" : new String(answer.body(), UTF_8);
        uploads.keep(body.keys(), shown);
    }

    private ParsedBody readForm(
            RestRequest request,
            Operation operation,
            int limit,
            Optional<Identity> caller,
            Map<String, String> path,
            BodyBudget.Share share) {
        if (!operation.files()) {
            throw otherType("'application/json'");
        }
        Reading reading = new Reading(operation, caller, path);
        Uploads.Form form = receive(request, limit, reading);
        try {
            JsonNode json = form.json().map(UntrustedJson::read).orElse(form.fields());
            Shape shape = operation.body().orElseThrow();
            Map<String, byte[]> pictures = new HashMap<>();
            JsonNode clean = images.take(shape, check(shape, json), pictures);
            return reading.withUploaded(new ParsedBody(clean, form.files(), form.keys(), pictures, share));
        } catch (RuntimeException | Error refused) {
            form.keys().forEach(uploads::discard);
            throw refused;
        }
    }

    private Uploads.Form receive(RestRequest request, int limit, Reading reading) {
        try (Deadline body = Deadline.within(request.body(), config.formTimeout())) {
            return uploads.receive(body, request.header("Content-Type"), limit, reading::place);
        }
    }

    private static Optional<FileShape> smallFile(Shape shape) {
        return shape instanceof ObjectShape fields && fields.field("file").orElse(null) instanceof FileShape file
                ? Optional.of(file)
                : Optional.empty();
    }

    private ParsedBody readSmallForm(
            RestRequest request, Shape shape, String type, FileShape file, BodyBudget.Share share) {
        if (!type.equals(MULTIPART)) {
            throw otherType("'multipart/form-data'");
        }
        SmallForm form = readSmall(request, file);
        Map<String, byte[]> pictures = new HashMap<>();
        form.file().ifPresent(bytes -> images.takeSticker(form.fields(), bytes, pictures));
        return ParsedBody.of(check(shape, form.fields()), pictures, share);
    }

    private SmallForm readSmall(RestRequest request, FileShape file) {
        try (Deadline body = Deadline.within(request.body(), config.timeout())) {
            return SmallForm.read(body, request.header("Content-Type"), "file", file.maxBytes());
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

    /** With no larger buffer than the client announces: most bodies are small, and the most that is taken is not. */
    private byte[] readBounded(RestRequest request, int maximum) {
        try (Deadline body = Deadline.within(request.body(), config.timeout())) {
            byte[] bytes = body.readNBytes(announced(request, maximum) + 1);
            if (bytes.length > maximum) {
                throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away in the middle of its request", e);
        }
    }

    /** Where the files of one request belong, which its path says or its body. */
    private final class Reading {
        private final Operation operation;
        private final Optional<Identity> caller;
        private final Map<String, String> path;

        Reading(Operation operation, Optional<Identity> caller, Map<String, String> path) {
            this.operation = operation;
            this.caller = caller;
            this.path = path;
        }

        /** Where the path names no channel the body does, so the body comes first. */
        String place(Optional<byte[]> first) {
            Map<String, String> whole = path;
            if (namesNoChannel()) {
                byte[] json = first.orElseThrow(() -> ApiException.invalidField(
                        "payload_json", "BASE_TYPE_REQUIRED", "This field is required, before the files"));
                whole = whole(check(operation.body().orElseThrow(), UntrustedJson.read(json)));
            }
            files.require(who(), operation, whole);
            return ThreadPath.ofFiles(whole);
        }

        /** With the files that the body names because they were uploaded before. */
        ParsedBody withUploaded(ParsedBody body) {
            if (!operation.files()) {
                return body;
            }
            SlotReferences references = SlotReferences.in(body.json());
            if (references.places().isEmpty()) {
                return body;
            }
            Map<String, String> whole = whole(body.json());
            files.require(who(), operation, whole);
            return body.and(slots.claim(
                    references,
                    who().userId(),
                    ThreadPath.channels(whole),
                    Snowflake.parse(ThreadPath.ofFiles(whole)),
                    body.files()));
        }

        private Map<String, String> whole(JsonNode body) {
            return namesNoChannel()
                    ? ThreadPath.with(
                            path,
                            ThreadPath.CHANNEL_ID,
                            body.path(ThreadPath.CHANNEL_ID).asText())
                    : path;
        }

        private boolean namesNoChannel() {
            return operation.scope() == Scope.CHANNEL && !path.containsKey(ThreadPath.CHANNEL_ID);
        }

        private Identity who() {
            return caller.orElseThrow(ApiException::unauthorized);
        }
    }
}
