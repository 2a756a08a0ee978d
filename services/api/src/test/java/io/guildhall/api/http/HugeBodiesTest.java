package io.guildhall.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestRequest;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that takes a body, with bodies that are as large and as deep as somebody can make them. */
class HugeBodiesTest {
    private static final int LARGE = 256 << 10;
    private static final int MANY = 20_000;
    /** As deep as JSON may be, with the body around it. */
    private static final int DEEP = 45;

    private static final String KEYS =
            IntStream.range(0, MANY).mapToObj(key -> "\"" + key + "\":0").collect(Collectors.joining(",", "{", "}"));

    private static final RequestPipeline PIPELINE = TestPipeline.with(Configs.api(Map.of(
            "guildhall.api.attachments-directory", "target/huge",
            "guildhall.api.rate-limits.enabled", "false",
            "guildhall.api.invalid-requests.maximum", "0")));

    static Stream<Operation> operations() {
        return Operations.all().stream().filter(operation -> operation.body().isPresent());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whateverHasNoEndIsRefused(Operation operation) {
        for (String opening : List.of("[", "{\"a\":", "{\"name\":[")) {
            assertThat(send(operation, opening.repeat(LARGE / opening.length())))
                    .as("%s of %s", opening, operation.name())
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noFieldIsTooDeepToBeAnswered(Operation operation) {
        for (String field : fields(operation)) {
            check(operation, field, "[".repeat(DEEP) + "]".repeat(DEEP));
            check(operation, field, "{\"a\":".repeat(DEEP) + "0" + "}".repeat(DEEP));
            check(operation, field, "9".repeat(60));
        }
    }

    /** A few letters name numbers that no memory holds, and exponents that are none. */
    @ParameterizedTest
    @MethodSource("operations")
    void noNumberIsTooLargeToBeAnswered(Operation operation) {
        for (String field : fields(operation)) {
            for (String exponent : List.of("999999999", "2147483647", "2147483648", "99999999999")) {
                check(operation, field, "1e" + exponent);
                check(operation, field, "-1.5e-" + exponent);
                check(operation, field, "[{\"id\":1e" + exponent + "}]");
            }
        }
    }

    /** Bodies are read whole before any field is looked at, so one field stands for all. */
    @ParameterizedTest
    @MethodSource("operations")
    void noFieldIsTooLargeToBeAnswered(Operation operation) {
        String field = fields(operation).stream().findFirst().orElse("a");
        check(operation, field, "\"" + "x".repeat(LARGE) + "\"");
        check(operation, field, "[" + "0,".repeat(MANY) + "0]");
        check(operation, field, "[" + "{},".repeat(MANY / 2) + "{}]");
        check(operation, field, KEYS);
    }

    private static void check(Operation operation, String field, String value) {
        assertThat(send(operation, "{\"" + field + "\":" + value + "}"))
                .as("%s of %s", field, operation.name())
                .isBetween(200, 499);
    }

    private static List<String> fields(Operation operation) {
        return operation.body().filter(ObjectShape.class::isInstance).map(ObjectShape.class::cast).stream()
                .flatMap(body -> body.names().stream())
                .toList();
    }

    private static int send(Operation operation, String body) {
        String caller = operation.access() == Access.BOT ? "Bot robot" : "person";
        return PIPELINE.answer(new RestRequest(
                        operation.method(),
                        operation.path().replaceAll("\\{[a-z_]+}", "5"),
                        "",
                        name -> switch (name) {
                            case "Authorization" -> caller;
                            case "Content-Type" -> "application/json";
                            default -> null;
                        },
                        "127.0.0.1",
                        new ByteArrayInputStream(body.getBytes(UTF_8))))
                .status();
    }
}
