package io.guildhall.gateway;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeCluster;
import io.guildhall.gateway.session.SessionId;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the running gateway share. */
public abstract class GatewayTest {
    protected static final String LATEST = "/gateway/?v=10&encoding=json";
    protected static final long INTENTS = 33_281;
    protected static final long GUILD = 1L << 23;
    private static final AtomicLong USERS = new AtomicLong(1_000);

    @TestHTTPResource("/")
    URI http;

    @Inject
    protected FakeCluster cluster;

    @BeforeEach
    protected void reset() {
        cluster.owner().reset();
        cluster.otherGateway(null);
        cluster.discovery().replace(io.guildhall.model.cluster.Role.GUILD, java.util.List.of(FakeCluster.GUILD));
    }

    protected URI gateway() {
        return URI.create("ws://" + http.getAuthority());
    }

    protected TestClient connect() throws Exception {
        return TestClient.connect(gateway(), LATEST);
    }

    /** A client of a new bot that is ready and has received its guild. */
    protected TestClient ready(String query) throws Exception {
        cluster.owner().guilds(GUILD);
        TestClient client = TestClient.connect(gateway(), query);
        client.identify(newBot(), INTENTS);
        client.event("GUILD_CREATE");
        return client;
    }

    protected TestClient ready() throws Exception {
        return ready(LATEST);
    }

    /** The token of a bot that no other test uses. */
    protected static String newBot() {
        return "bot-" + USERS.incrementAndGet();
    }

    protected void message(String content, TestClient... clients) {
        Long[] numbers = new Long[clients.length];
        for (int index = 0; index < clients.length; index++) {
            numbers[index] = number(clients[index]);
        }
        cluster.relay().event(guild(GUILD), "MESSAGE_CREATE", "{\"content\":\"" + content + "\"}", numbers);
    }

    /** Until everything sent so far was handled. */
    protected void settle() throws InterruptedException {
        cluster.relay().event(guild(GUILD), "MESSAGE_CREATE", "{}", 1_023L);
        while (cluster.relay().acknowledged() < cluster.relay().sent()) {
            cluster.relay().acknowledgement();
        }
    }

    protected static long number(TestClient client) {
        return SessionId.parse(client.sessionId()).orElseThrow().number();
    }

    protected static ActorKey guild(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
    }

    protected static ActorKey user(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.USER).setId(id).build();
    }

    protected static long userOf(String token) {
        return Long.parseLong(token.substring("bot-".length()));
    }
}
