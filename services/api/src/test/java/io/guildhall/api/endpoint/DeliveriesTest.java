package io.guildhall.api.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.model.interaction.Delivery;
import io.guildhall.model.payload.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {
    private static final long BOT = 70;
    private static final String METER = "guildhall.api.interactions";
    private static final int MOST_AT_ONCE = 256;

    private final Outgoing outgoing = new Outgoing("127.0.0.1");
    private final BotServer bot = new BotServer(Outgoing.KEYS.verifyKey(BOT));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> callbacks = Collections.synchronizedList(new ArrayList<>());
    private volatile int accepted = 204;
    private volatile boolean broken;
    private final Deliveries deliveries = new Deliveries(outgoing.endpoint, this::take, meters);

    DeliveriesTest() throws IOException {}

    @AfterEach
    void close() {
        bot.close();
        outgoing.close();
    }

    @Test
    void theAnswerIsTakenForACallback() throws InterruptedException {
        bot.answer = "{\"type\":4,\"data\":{\"content\":\"hi\"}}";

        assertThat(deliver(bot.url())).isEqualTo("answered");
        assertThat(Json.parse(bot.bodies.get(0)).path("token").asText()).isEqualTo("secret");
        assertThat(callbacks)
                .containsExactly("POST /v10/interactions/5/secret/callback application/json " + bot.answer);
    }

    @Test
    void soIsAnAnswerWithFiles() throws InterruptedException {
        bot.type = "multipart/form-data; boundary=b";
        bot.answer = "--b--";

        assertThat(deliver(bot.url())).isEqualTo("answered");
        assertThat(callbacks.get(0)).contains("multipart/form-data; boundary=b --b--");
    }

    @Test
    void whoSaysNothingAnswersByACallOfItsOwn() throws InterruptedException {
        bot.status = 202;
        bot.answer = "";

        assertThat(deliver(bot.url())).isEqualTo("taken");
        assertThat(callbacks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 500})
    void whoFailsHasNotAnswered(int status) throws InterruptedException {
        bot.status = status;

        assertThat(deliver(bot.url())).isEqualTo("failed");
        assertThat(callbacks).isEmpty();
    }

    @Test
    void anAnswerThatIsRefusedIsNone() throws InterruptedException {
        accepted = 400;

        assertThat(deliver(bot.url())).isEqualTo("failed");
    }

    /** Each gives its place back, or those after the first few hundred would be refused. */
    @Test
    void whateverOneDeliveryThrowsTheRestGoesOn() throws InterruptedException {
        bot.answer = "{\"type\":1}";
        broken = true;
        for (int failed = 1; failed <= 2 * MOST_AT_ONCE; failed++) {
            begin(bot.url());
            awaitCount("failed", failed);
        }
        broken = false;
        begin(bot.url());
        awaitCount("answered", 1);
        assertThat(meters.find(METER).tag("outcome", "refused").counter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://10.0.0.1/", "no address"})
    void nobodyAnswersWhereNobodyIsOrMayBeCalled(String url) throws InterruptedException {
        assertThat(deliver(url)).isEqualTo("failed");
    }

    /** What became of it. */
    private String deliver(String url) throws InterruptedException {
        begin(url);
        while (true) {
            for (Counter counter : meters.find(METER).counters()) {
                if (counter.count() > 0) {
                    return counter.getId().getTag("outcome");
                }
            }
            Thread.sleep(5);
        }
    }

    private void begin(String url) {
        deliveries.begin(new Delivery(url, BOT, Json.object().put("id", "5").put("token", "secret")));
    }

    private void awaitCount(String outcome, int count) throws InterruptedException {
        Counter counter = null;
        while (counter == null || counter.count() < count) {
            counter = meters.find(METER).tag("outcome", outcome).counter();
            Thread.sleep(1);
        }
    }

    private RestAnswer take(RestRequest request) {
        if (broken) {
            throw new StackOverflowError("on purpose");
        }
        try {
            callbacks.add(request.method() + " " + request.path() + " " + request.header("Content-Type") + " "
                    + new String(request.body().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RestAnswer.of(accepted, new byte[0]);
    }
}
