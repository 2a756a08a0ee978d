package io.guildhall.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Nothing that a client sends makes a 500, whatever it is. */
class PipelineFuzzTest {
    private static final ApiConfig CONFIG = Configs.api(Map.of(
            "guildhall.api.attachments-directory", "target/fuzz",
            "guildhall.api.rate-limits.enabled", "false",
            "guildhall.api.invalid-requests.maximum", "0"));

    private final RequestPipeline pipeline = TestPipeline.with(CONFIG);

    @Property(tries = 5000)
    void bodiesThatAreAlmostRight(@ForAll("operations") Operation operation, @ForAll long seed) {
        Random random = new Random(seed);
        JsonFuzz fuzz = new JsonFuzz(operation, random);
        String body = random.nextInt(10) == 0 ? fuzz.value(4) : fuzz.object(5);
        check(operation.method(), path(operation, random), fuzz.query(), "application/json", body.getBytes(UTF_8));
    }

    @Property(tries = 1000)
    void bodiesThatAreNothing(@ForAll("operations") Operation operation, @ForAll @Size(max = 300) byte[] body) {
        check(operation.method(), path(operation, new Random(body.length)), "", "application/json", body);
    }

    @Property(tries = 1000)
    void forms(@ForAll @Size(max = 300) byte[] body, @ForAll boolean begun) {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"x\"\r\n".getBytes(UTF_8);
        byte[] form = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, form, head.length, body.length);
        check(HttpMethod.POST, "/channels/5/messages", "", "multipart/form-data; boundary=b", begun ? form : body);
    }

    @Property(tries = 1000)
    void pathsAndQueries(@ForAll String path, @ForAll String query, @ForAll HttpMethod method) {
        check(method, "/" + path, query, "application/json", new byte[0]);
        check(method, "/channels/" + path + "/messages", query, "text/plain", new byte[0]);
    }

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(Operations.all());
    }

    private void check(HttpMethod method, String path, String query, String type, byte[] body) {

        for (String scheme : List.of("Bot robot", "person")) {
            RestAnswer answer = pipeline.answer(new RestRequest(
                    method,
                    path,
                    query,
                    name -> switch (name) {
                        case "Authorization" -> scheme;
                        case "Content-Type" -> type;
                        default -> null;
                    },
                    "127.0.0.1",
                    new ByteArrayInputStream(body)));
            assertThat(answer.status())
                    .as("%s %s?%s %s", method, path, query, new String(body, UTF_8))
                    .isBetween(200, 499);
            if (answer.body().length > 0 && answer.type().equals("application/json")) {
                JsonNode json = Json.parse(new String(answer.body(), UTF_8));
                assertThat(json.isContainerNode()).isTrue();
            }
        }
    }

    private static String path(Operation operation, Random random) {
        String path = operation.path();
        while (path.contains("{")) {
            String value = List.of("5", "@me", "abc", "%F0%9F%94%A5", "99999999999999999999", "0")
                    .get(random.nextInt(6));
            path = path.replaceFirst("\\{[a-z_]+}", value);
        }
        return path;
    }
}
