package io.guildhall.gateway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.GatewayTest;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What an event costs on the way through WebSockets Next and on the way that the gateway takes, as CPU time of the event
 * loops only, and what an idle session weighs. Run with {@code -Dguildhall.measure=true}; the numbers are printed and
 * written down in docs/decisions.
 */
@QuarkusTest
@TestProfile(WritePathMeasurement.Profile.class)
@EnabledIfSystemProperty(named = "guildhall.measure", matches = "true")
class WritePathMeasurement extends GatewayTest {
    /** Buffers are not watched here, since watching costs more than what is measured. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guildhall.gateway.identify.max-concurrency", "100000",
                    "guildhall.gateway.heartbeat-interval", "3600S");
        }
    }

    private static final int CLIENTS = 2_000;
    private static final int ROUNDS = 200;
    private static final String PAYLOAD = "{\"content\":\"" + "x".repeat(400) + "\"}";

    @Inject
    SessionRegistry registry;

    @Test
    void measure() throws Exception {
        // First, so that the weight of a session is not taken from a heap that still shrinks.
        measureGateway();
        measureWebSocketsNext();
    }

    private void measureWebSocketsNext() throws Exception {
        try (DrainedClients clients = new DrainedClients()) {
            for (int count = 0; count < CLIENTS; count++) {
                clients.connect(URI.create(gateway() + "/plain"), "");
            }
            clients.startReading();
            List<PlainEndpoint.Opened> all = new ArrayList<>(PlainEndpoint.CONNECTIONS);
            assertThat(all).hasSize(CLIENTS);
            String frame = "{\"t\":\"MESSAGE_CREATE\",\"s\":1234,\"op\":0,\"d\":" + PAYLOAD + "}";
            for (int phase = 0; phase < 2; phase++) {
                long before = loops();
                for (int round = 0; round < ROUNDS; round++) {
                    CountDownLatch written = new CountDownLatch(CLIENTS);
                    // On the connection's own loop, where the gateway writes as well.
                    for (PlainEndpoint.Opened opened : all) {
                        opened.context().runOnContext(on -> opened.connection()
                                .sendText(frame)
                                .subscribe()
                                .with(done -> written.countDown()));
                    }
                    assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
                }
                report("websockets-next", loops() - before);
            }
            PlainEndpoint.CONNECTIONS.clear();
        }
    }

    private void measureGateway() throws Exception {
        long heapBefore = heap();
        try (DrainedClients clients = new DrainedClients()) {
            for (int count = 0; count < CLIENTS; count++) {
                clients.connect(
                        URI.create(gateway() + "/gateway"),
                        "{\"op\":2,\"d\":{\"token\":\"" + newBot() + "\",\"intents\":513,\"properties\":"
                                // The client always writes a length of two bytes, which is for 126 and more.
                                + "{\"os\":\"linux\",\"browser\":\"a browser with a rather long name\",\"device\":\"d\"}}}");
            }
            clients.startReading();
            Long[] numbers = sessions();
            System.out.println("MEASURED idle-session heap-bytes=" + (heap() - heapBefore) / CLIENTS);
            for (int inFlight : new int[] {1, 1, 8}) {
                long before = loops();
                for (int round = 0; round < ROUNDS; round++) {
                    for (int event = 0; event < inFlight; event++) {
                        cluster.relay().event(guild(GUILD), "MESSAGE_CREATE", PAYLOAD, numbers);
                    }
                    while (cluster.relay().acknowledged() < cluster.relay().sent()) {
                        cluster.relay().acknowledgement();
                    }
                }
                report("gateway in-flight=" + inFlight, (loops() - before) / inFlight);
            }
        }
    }

    private Long[] sessions() throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        while (registry.lanes().sessionCount() < CLIENTS) {
            Thread.sleep(50);
        }
        for (Lane lane : registry.lanes().all()) {
            CountDownLatch done = new CountDownLatch(1);
            lane.run(() -> {
                for (Session session : lane.sessions()) {
                    numbers.add(session.number());
                }
                done.countDown();
            });
            done.await();
        }
        return numbers.toArray(Long[]::new);
    }

    private static void report(String what, long nanos) {
        System.out.printf("MEASURED %s nanos-per-delivery=%d%n", what, nanos / CLIENTS / ROUNDS);
    }

    /** CPU time of all event loops. */
    private static long loops() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long total = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains("eventloop")) {
                total += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return total;
    }

    private static long heap() throws InterruptedException {
        for (int count = 0; count < 3; count++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
