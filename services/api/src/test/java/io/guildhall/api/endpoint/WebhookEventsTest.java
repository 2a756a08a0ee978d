package io.guildhall.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.FakeStorage;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.webhookevent.WebhookEvent;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEventsTest {
    private static final long BOT = 70;
    private static final long OTHER = 71;
    private static final int MOST_OF_ONE = 256;
    private static final String ALL = "[\"ENTITLEMENT_CREATE\",\"LOBBY_MESSAGE_CREATE\"]";
    private static final JsonNode DATA = Json.object().put("id", "5");

    private final Outgoing outgoing = new Outgoing("127.0.0.1");
    private final BotServer bot = new BotServer(Outgoing.KEYS.verifyKey(BOT));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StorageAccess storage = storage();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile WebhookEvents.Pause between = time -> {};
    private final WebhookEvents events = new WebhookEvents(
            outgoing.endpoint,
            storage,
            Clock.fixed(Instant.parse("2026-11-30T12:00:00.5Z"), ZoneOffset.UTC),
            time -> {
                pauses.add(time);
                between.of(time);
            },
            meters);

    WebhookEventsTest() throws IOException {
        bot.status = 204;
        bot.answer = "";
        settings(BOT, 2, bot.url(), ALL);
    }

    @AfterEach
    void close() {
        bot.close();
        outgoing.close();
    }

    @Test
    void whatIsAskedForIsToldSigned() throws InterruptedException {
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("taken", 1);
        assertThat(Json.parse(bot.bodies.getFirst()))
                .isEqualTo(Json.parse(
                        "{\"version\":1,\"application_id\":\"70\",\"type\":1,\"event\":{\"type\":\"ENTITLEMENT_CREATE\","
                                + "\"timestamp\":\"2026-11-30T12:00:00.500000\",\"data\":{\"id\":\"5\"}}}"));
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|" + ALL, "2|[]", "2|[\"ENTITLEMENT_UPDATE\"]"})
    void whatIsNotAskedForIsNot(int status, String types) throws InterruptedException {
        settings(BOT, status, bot.url(), types);
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("unwanted", 1);
        assertThat(bot.bodies).isEmpty();
    }

    @Test
    void nobodyIsToldOfAnApplicationThatIsGoneOrNamesNoAddress() throws InterruptedException {
        events.tell(new WebhookEvent(OTHER, WebhookEvent.Type.ENTITLEMENT_CREATE, DATA));
        settings(BOT, 2, null, ALL);
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("unwanted", 2);
    }

    @Test
    void aLobbyMayHaveAnAddressOfItsOwn() throws InterruptedException {
        settings(BOT, 2, "http://127.0.0.1:1/", ALL);
        events.begin(
                null,
                new WebhookEvent(BOT, WebhookEvent.Type.LOBBY_MESSAGE_CREATE, DATA, Optional.of(bot.url())).errand());
        await("taken", 1);
        assertThat(bot.bodies).hasSize(1);
    }

    @Test
    void whatIsNotTakenComesAgain() throws InterruptedException {
        bot.status = 500;
        between = time -> bot.status = pauses.size() == 3 ? 204 : 500;
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("taken", 1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(bot.bodies).hasSize(4).containsOnly(bot.bodies.getFirst());
    }

    @Test
    void itComesForTenMinutesAndNoLonger() throws InterruptedException {
        bot.status = 500;
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("given_up", 1);
        assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(315);
    }

    @Test
    void whoWantsItNoMoreIsLeftAlone() throws InterruptedException {
        bot.status = 500;
        between = time -> settings(BOT, 1, bot.url(), ALL);
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("unwanted", 1);
        assertThat(bot.bodies).hasSize(1);
    }

    @Test
    void whatWaitsForOneApplicationIsBoundedAndHoldsUpNoOther() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        between = time -> held.await();
        settings(BOT, 2, "http://127.0.0.1:1/", ALL);
        for (int told = 0; told <= MOST_OF_ONE; told++) {
            tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        }
        await("refused", 1);
        events.tell(new WebhookEvent(OTHER, WebhookEvent.Type.ENTITLEMENT_CREATE, DATA));
        await("unwanted", 1);

        settings(BOT, 2, bot.url(), ALL);
        held.countDown();
        // So many at once may find no place among outgoing calls, several times.
        while (count("taken") + count("given_up") < MOST_OF_ONE) {
            Thread.sleep(1);
        }
        int taken = count("taken");
        tell(WebhookEvent.Type.ENTITLEMENT_CREATE);
        await("taken", taken + 1);
    }

    private void tell(WebhookEvent.Type type) {
        events.tell(new WebhookEvent(BOT, type, DATA));
    }

    private void await(String outcome, int times) throws InterruptedException {
        while (count(outcome) < times) {
            Thread.sleep(1);
        }
        assertThat(count(outcome)).isEqualTo(times);
    }

    private int count(String outcome) {
        Counter counter = meters.find("guildhall.api.webhook.events")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : (int) counter.count();
    }

    private static StorageAccess storage() {
        FakeStorage fake = new FakeStorage();
        return new StorageAccess(new StorageRouter(
                node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1"), new Timestamps(Clock.systemUTC())));
    }

    private void settings(long application, int status, String url, String types) {
        String settings = Json.object()
                .put("event_webhooks_status", status)
                .put("event_webhooks_url", url)
                .set("event_webhooks_types", Json.parse(types))
                .toString();
        storage.write(List.of(Write.to(Applications.TABLE, application)
                        .set(Applications.NAME, "robot")
                        .set(Applications.EVENT_WEBHOOKS, settings)
                        .build()))
                .await()
                .indefinitely();
    }
}
