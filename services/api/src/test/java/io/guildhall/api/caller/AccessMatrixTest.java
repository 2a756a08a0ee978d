package io.guildhall.api.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the catalogue, by nobody and by the wrong kind of caller: refused before any owner hears of it. */
class AccessMatrixTest {
    private final FakeOwner owner = new FakeOwner();
    private final RequestPipeline pipeline = TestPipeline.with(
            Configs.api(Map.of(
                    "guildhall.api.rate-limits.enabled", "false",
                    "guildhall.api.invalid-requests.maximum", "0")),
            owner,
            new FakeStorage());

    static Stream<Operation> forSomebody() {
        return Operations.all().stream().filter(operation -> switch (operation.access()) {
            case SIGNED_IN, PERSON, BOT, MODERATOR, ADMINISTRATOR -> true;
            case ANYONE, CLIENT, TOKEN -> false;
        });
    }

    static Stream<Operation> forPeople() {
        return forSomebody().filter(operation -> switch (operation.access()) {
            case PERSON, MODERATOR, ADMINISTRATOR -> true;
            case SIGNED_IN, BOT, ANYONE, CLIENT, TOKEN -> false;
        });
    }

    static Stream<Operation> forBots() {
        return forSomebody().filter(operation -> operation.access() == Access.BOT);
    }

    @ParameterizedTest
    @MethodSource("forSomebody")
    void withoutATokenItIsRefused(Operation operation) {
        assertThat(call(operation, null).status()).isEqualTo(401);
        assertThat(owner.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forPeople")
    void aBotIsRefusedWhereOnlyPeopleMayCome(Operation operation) {
        assertThat(code(call(operation, "Bot robot"))).isEqualTo(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT.number());
        assertThat(owner.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forBots")
    void aPersonIsRefusedWhereOnlyBotsMayCome(Operation operation) {
        assertThat(code(call(operation, "person"))).isEqualTo(ErrorCode.ONLY_BOTS_CAN_USE_THIS_ENDPOINT.number());
        assertThat(owner.commands()).isEmpty();
    }

    static Stream<Operation> forThoseWhoAdminister() {
        return forSomebody()
                .filter(operation ->
                        operation.access() == Access.MODERATOR || operation.access() == Access.ADMINISTRATOR);
    }

    @ParameterizedTest
    @MethodSource("forThoseWhoAdminister")
    void aPersonIsRefusedWhereOnlyThoseMayComeWhoLookAfterTheInstance(Operation operation) {
        assertThat(code(call(operation, "person"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(owner.commands()).isEmpty();
    }

    private static int code(RestAnswer answer) {
        assertThat(answer.status()).isEqualTo(403);
        return Json.parse(new String(answer.body(), StandardCharsets.UTF_8))
                .path("code")
                .asInt();
    }

    private RestAnswer call(Operation operation, String authorization) {
        String path = operation.path().replace("{code}", "abc").replaceAll("\\{[a-z_]+}", "5");
        return pipeline.answer(new RestRequest(
                operation.method(),
                "/v10" + path,
                "",
                name -> switch (name) {
                    case "Authorization" -> authorization;
                    case "Content-Type" -> "application/json";
                    default -> null;
                },
                "127.0.0.1",
                new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))));
    }
}
