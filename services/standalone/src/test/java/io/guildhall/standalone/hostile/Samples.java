package io.guildhall.standalone.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that a shape takes, found by asking the shape. */
final class Samples {
    static final String PICTURE =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** A second and a bit of MP3 in silence. */
    static final String SOUND = "data:audio/mpeg;base64," + Base64.getEncoder().encodeToString(silence());

    /** Of a subscription's public key in base64url. */
    private static final int KEY_LENGTH = 87;

    private static final int FRAMES = 50;

    /** Of 128 kbit/s. */
    private static final int FRAME_BYTES = 417;

    private final List<JsonNode> scalars;

    /** @param ids that exist, by the names of fields that mean them */
    Samples(List<String> ids) {
        this.scalars = Stream.concat(
                        ids.stream().map(id -> '"' + id + '"'),
                        Stream.of(
                                "true",
                                "1",
                                "60",
                                "5",
                                "8000",
                                "\"a name\"",
                                "\"someone" + System.nanoTime() + "\"",
                                "\"correct horse\"",
                                "\"someone@example.org\"",
                                "\"2000-01-01\"",
                                "\"2031-01-01T00:00:00Z\"",
                                "\"https://example.org/a.png\"",
                                "\"en-US\"",
                                "\"user\"",
                                "\"users\"",
                                "\"TERMS\"",
                                "\"APPROVED\"",
                                "\"#00ff00\"",
                                "\"" + PICTURE + "\"",
                                "\"" + SOUND + "\"",
                                "\"" + "x".repeat(43) + "\"",
                                "\"" + "x".repeat(KEY_LENGTH) + "\"",
                                "\"webpush\"",
                                "\"moderator\"",
                                "\"dismissed\"",
                                "\"OIDC\"",
                                "{}",
                                "[]"))
                .map(Json::parse)
                .toList();
    }

    /** The least that the shape takes; empty when nothing was found. */
    Optional<JsonNode> least(Shape shape) {
        return switch (shape) {
            case ObjectShape object -> object(object, false);
            case ListShape list ->
                least(list.element()).map(element -> Json.array().add(element));
            case DiscriminatedShape choice -> choice(choice, false);
            default -> scalar(shape);
        };
    }

    /** As much as the shape takes at once. */
    Optional<JsonNode> most(Shape shape) {
        return switch (shape) {
            case ObjectShape object -> object(object, true);
            case ListShape list ->
                most(list.element()).map(element -> Json.array().add(element));
            case DiscriminatedShape choice -> choice(choice, true);
            default -> scalar(shape);
        };
    }

    private Optional<JsonNode> scalar(Shape shape) {
        return scalars.stream().filter(value -> takes(shape, value)).findFirst();
    }

    private Optional<JsonNode> object(ObjectShape shape, boolean most) {
        ObjectNode value = Json.object();
        for (String name : shape.names()) {
            Shape field = shape.field(name).orElseThrow();
            if (most || complainsOf(shape, value, name)) {
                (most ? most(field) : least(field)).ifPresent(sample -> value.set(name, sample));
            }
        }
        // Rules over several fields: what is not taken together is left out, and what they ask for is put in.
        for (String name : shape.names()) {
            if (!takes(shape, value) && complainsOf(shape, value, name)) {
                JsonNode before = value.remove(name);
                if (!most && before == null) {
                    least(shape.field(name).orElseThrow()).ifPresent(sample -> value.set(name, sample));
                }
            }
        }
        return Optional.of(value);
    }

    private Optional<JsonNode> choice(DiscriminatedShape shape, boolean most) {
        for (Map.Entry<Integer, Shape> entry : shape.shapes().entrySet()) {
            JsonNode value = (most ? most(entry.getValue()) : least(entry.getValue())).orElseThrow();
            ((ObjectNode) value).put(shape.field(), entry.getKey());
            if (takes(shape, value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static byte[] silence() {
        ByteBuffer frames = ByteBuffer.allocate(FRAMES * FRAME_BYTES);
        for (int frame = 0; frame < FRAMES; frame++) {
            frames.putInt(frame * FRAME_BYTES, 0xfffb9000);
        }
        return frames.array();
    }

    static boolean takes(Shape shape, JsonNode value) {
        Problems problems = Problems.none();
        shape.check(value, problems);
        return problems.isEmpty();
    }

    private static boolean complainsOf(ObjectShape shape, JsonNode value, String field) {
        Problems problems = Problems.none();
        shape.check(value, problems);
        return problems.tree().has(field);
    }
}
