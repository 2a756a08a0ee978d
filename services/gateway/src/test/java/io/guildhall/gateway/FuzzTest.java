package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.client.TestSocket;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Garbage on the wire ends its own connection at most, leaves no buffer behind and fills no log. */
@QuarkusTest
class FuzzTest extends GatewayTest {
    private static final int CONNECTIONS = 150;
    private static final String[] FRAGMENTS = {
        "{\"op\":",
        "1",
        "2",
        "6",
        "8",
        "}",
        ",\"d\":",
        "null",
        "{\"token\":\"bot-1\"",
        "[",
        "]",
        "\"",
        "\\u0000",
        "-1e999",
        "ä"
    };

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            String text = String.valueOf(entry.getMessage());
            if (String.valueOf(entry.getLoggerName()).contains("BlockedThreadChecker")) {
                // The machine has much else to do.
                return;
            }
            if (text.contains("LEAK") || entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getLoggerName() + ": " + text);
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void garbageIsAnsweredOrClosedAndNothingLeaks() throws Exception {
        Random random = new Random(20_260_101);
        for (int count = 0; count < CONNECTIONS; count++) {
            try (TestSocket socket = TestSocket.connect(URI.create(gateway() + LATEST))) {
                for (int frame = 0; frame < 5; frame++) {
                    sendGarbage(socket, random);
                }
            } catch (IOException closedByTheServer) {
                // That is a fine answer.
            }
        }
        // What was dropped without a release is only noticed by later allocations, after a collection.
        System.gc();
        for (int count = 0; count < 200; count++) {
            PooledByteBufAllocator.DEFAULT.directBuffer(64).release();
        }
        try (TestClient client = ready()) {
            message("still here", client);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("still here");
        }
        assertThat(complaints).isEmpty();
    }

    private static void sendGarbage(TestSocket socket, Random random) throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                socket.sendRaw(bytes, bytes.length);
            }
            case 1 -> {
                byte[] bytes = new byte[random.nextInt(6_000)];
                random.nextBytes(bytes);
                socket.send(random.nextInt(16), bytes);
            }
            case 2 -> socket.send("x".repeat(random.nextInt(100_000)));
            case 3 -> socket.sendBinary("{\"op\":1,\"d\":null}".getBytes(StandardCharsets.UTF_8));
            default -> {
                StringBuilder text = new StringBuilder();
                for (int part = random.nextInt(12); part >= 0; part--) {
                    text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                }
                socket.send(text.toString());
            }
        }
    }
}
