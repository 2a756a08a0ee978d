package io.guildhall.api.http;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes JSON that is almost what an operation takes, and JSON that is nothing like it. */
final class JsonFuzz {
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-0.0",
            "1E999999999",
            "1E-999999999",
            "9223372036854775807",
            "18446744073709551616",
            "99999999999999999999999999999999",
            "\"\"",
            "\"x\"",
            "\"5\"",
            "\"9223372036854775807\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"a\\nb/c~d\"",
            "\"2026-01-01T00:00:00Z\"",
            "\"data:image/png;base64,AAAA\"",
            "\"data:image/png;base64,%%%\"",
            "\"https://[\"",
            "\"https://example.org\"",
            "\"attachment://x\"");

    private final Random random;
    private final List<String> names;

    JsonFuzz(Operation operation, Random random) {
        this.random = random;
        this.names = Stream.concat(
                        Stream.of(operation.body(), operation.query())
                                .flatMap(java.util.Optional::stream)
                                .flatMap(JsonFuzz::names),
                        Stream.of(
                                "type",
                                "components",
                                "options",
                                "id",
                                "name",
                                "value",
                                "url",
                                "fields",
                                "",
                                "a/b~c",
                                "0"))
                .toList();
    }

    String value(int depth) {
        int kind = random.nextInt(depth <= 0 ? 2 : 5);
        return switch (kind) {
            case 0, 1 -> scalar();
            case 2 -> list(depth);
            default -> object(depth);
        };
    }

    String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        int fields = random.nextInt(8);
        for (int field = 0; field < fields; field++) {
            object.append(field == 0 ? "" : ",")
                    .append('"')
                    .append(names.get(random.nextInt(names.size())))
                    .append("\":")
                    .append(value(depth - 1));
        }
        return object.append('}').toString();
    }

    /** A query of the same names. */
    String query() {
        StringBuilder query = new StringBuilder();
        int pairs = random.nextInt(5);
        for (int pair = 0; pair < pairs; pair++) {
            query.append(names.get(random.nextInt(names.size())))
                    .append(random.nextInt(6) == 0 ? "" : "=")
                    .append(List.of("1", "-1", "true", "%zz", "%F0%9F", "9223372036854775807", "a+b", "")
                            .get(random.nextInt(8)))
                    .append('&');
        }
        return query.toString();
    }

    private String list(int depth) {
        StringBuilder list = new StringBuilder("[");
        int elements = random.nextInt(4);
        for (int element = 0; element < elements; element++) {
            list.append(element == 0 ? "" : ",").append(value(depth - 1));
        }
        return list.append(']').toString();
    }

    private String scalar() {
        return random.nextInt(20) == 0 ? "\"" + "x".repeat(5000) + "\"" : SCALARS.get(random.nextInt(SCALARS.size()));
    }

    private static Stream<String> names(Shape shape) {
        return shape instanceof ObjectShape object ? object.names().stream() : Stream.empty();
    }
}
