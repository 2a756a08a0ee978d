package io.guildhall.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointCheckTest {
    private static final long BOT = 70;
    private static final long OWNER = 71;
    private static final long STRANGER = 72;

    private final Outgoing outgoing = new Outgoing("127.0.0.1");
    private final BotServer bot = new BotServer(Outgoing.KEYS.verifyKey(BOT));
    private final StorageAccess storage = storage();
    private final EndpointCheck check = check(outgoing);

    EndpointCheckTest() throws IOException {
        store(null);
    }

    @AfterEach
    void close() {
        bot.close();
        outgoing.close();
    }

    @Test
    void whoAnswersAndLooksAtSignaturesIsTaken() {
        assertThatCode(() -> check.require(byBot(bot.url()))).doesNotThrowAnyException();
        assertThatCode(() -> check.require(byPerson(OWNER, bot.url()))).doesNotThrowAnyException();

        assertThat(bot.bodies).hasSize(2);
        assertThat(Json.parse(bot.bodies.get(0)).path("type").asInt()).isEqualTo(1);
        assertThat(Json.parse(bot.bodies.get(0)).path("application_id").asText())
                .isEqualTo("70");
    }

    @Test
    void whoTakesAWrongSignatureIsNot() {
        bot.careless = true;

        assertRefused(bot.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|{\"type\":4}", "200|no json", "204|''", "500|{\"type\":1}", "302|{\"type\":1}", "200|''"})
    void whoSaysSomethingElseIsNot(int status, String answer) {
        bot.status = status;
        bot.answer = answer;

        assertRefused(bot.url());
    }

    @Test
    void nobodyIsFoundWhereNobodyListensOrMayBeCalled() {
        assertRefused("http://127.0.0.1:1/");
        assertRefused("http://169.254.169.254/latest/meta-data");
        try (Outgoing strict = new Outgoing("10.99.0.0/16")) {
            EndpointCheck other = check(strict);
            assertThatThrownBy(() -> other.require(byBot(bot.url()))).isInstanceOf(ApiException.class);
        }
        assertThat(bot.bodies).isEmpty();
    }

    @Test
    void nobodyIsCalledForStrangersForTheSameAddressOrForNone() {
        check.require(byPerson(STRANGER, bot.url()));
        check.require(byBot(null));
        store(bot.url());
        check.require(byBot(bot.url()));

        assertThat(bot.bodies).isEmpty();
    }

    @Test
    void anAddressForEventsIsAnsweredWithNothing() {
        bot.status = 204;
        bot.answer = "";
        check.require(forEvents(bot.url()));
        assertThat(Json.parse(bot.bodies.getFirst()))
                .isEqualTo(Json.parse("{\"version\":1,\"application_id\":\"70\",\"type\":0}"));

        bot.careless = true;
        assertEventsRefused();
        bot.careless = false;
        bot.status = 200;
        bot.answer = "{\"type\":1}";
        assertEventsRefused();
    }

    private void assertEventsRefused() {
        assertThatThrownBy(() -> check.require(forEvents(bot.url())))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                                refusal.toBody().path("errors").has("event_webhooks_url"))
                        .isTrue());
    }

    private static ApiCall forEvents(String url) {
        return call(
                ApplicationOperations.UPDATE_MY_APPLICATION,
                new Identity(BOT, true, BOT, 0),
                Map.of(),
                Json.object().put("event_webhooks_url", url));
    }

    private void assertRefused(String url) {
        assertThatThrownBy(() -> check.require(byBot(url)))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(
                                refusal.toBody().path("errors").has("interactions_endpoint_url"))
                        .isTrue());
    }

    private ApiCall byBot(String url) {
        return call(
                ApplicationOperations.UPDATE_MY_APPLICATION,
                new Identity(BOT, true, BOT, 0),
                Map.of(),
                Json.object().put("interactions_endpoint_url", url));
    }

    private static ApiCall byPerson(long person, String url) {
        return call(
                ApplicationOperations.UPDATE_APPLICATION,
                new Identity(person, false, 0, 1),
                Map.of("application_id", Long.toString(BOT)),
                Json.object().put("interactions_endpoint_url", url));
    }

    private static ApiCall call(Operation operation, Identity caller, Map<String, String> path, JsonNode body) {
        return new ApiCall(operation, Optional.of(caller), path, Json.object(), body, "", "", List.of(), "127.0.0.1");
    }

    private EndpointCheck check(Outgoing calls) {
        return new EndpointCheck(calls.endpoint, storage, new ApiIds(new SnowflakeGenerator(0, Clock.systemUTC())));
    }

    private static StorageAccess storage() {
        FakeStorage fake = new FakeStorage();
        return new StorageAccess(new StorageRouter(
                node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1"), new Timestamps(Clock.systemUTC())));
    }

    private void store(String url) {
        storage.write(List.of(Write.to(Applications.TABLE, BOT)
                        .set(Applications.NAME, "robot")
                        .set(Applications.OWNER_ID, OWNER)
                        .set(Applications.INTERACTIONS_ENDPOINT_URL, url)
                        .build()))
                .await()
                .indefinitely();
    }
}
