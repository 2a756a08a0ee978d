package io.guildhall.voice.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.identity.voice.VoiceTokens;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.RecordingOutlet;
import io.guildhall.voice.server.StartedServer;
import io.guildhall.voice.server.VoiceServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A voice server on a free port, with an owner that says what a test wants, and clients without sockets. */
final class TestServer implements AutoCloseable {
    static final long GUILD = 7;
    static final long HALL = 55;

    private static final String SECRET = "a secret of at least thirty-two characters";

    private final ManualClock clock = new ManualClock();
    private final VoiceConfig config = Settings.of(VoiceConfig.class)
            .with(Map.of(
                    "guildhall.voice.endpoint", "voice.example",
                    "guildhall.voice.port", "0",
                    "guildhall.voice.owner-patience", "100ms",
                    "guildhall.voice.max-frames", "50"));
    private final StaticDiscovery discovery = StaticDiscovery.oneProcess("ws://gateway", "voice.example");
    private final StartedServer started = new StartedServer(
            config, Settings.of(TokenConfig.class).with(Map.of("guildhall.token.secret", SECRET)), discovery, clock);
    private final Connections connections = new Connections(started.server(), config, clock);
    private final Protocol protocol =
            new Protocol(started.server(), new Identifier(started.server(), config, clock), config, clock);
    private long version;
    private long nonce;

    ManualClock clock() {
        return clock;
    }

    VoiceServer server() {
        return started.server();
    }

    String token(long user, String session) {
        return new VoiceTokens(SECRET)
                .write(
                        new VoiceToken(user, GUILD, HALL, clock.millis(), nonce++),
                        session,
                        discovery.self(Role.VOICE).id());
    }

    void place(long user, long channel, boolean speaks) {
        version++;
        started.place(VoicePlaces.newBuilder()
                .setGuildId(GUILD)
                .setEpoch(1)
                .setVersion(version)
                .addPlaces(VoicePlace.newBuilder()
                        .setUserId(user)
                        .setChannelId(channel)
                        .setSessionId("session" + user)
                        .setSpeaks(speaks)
                        .setHears(true))
                .build());
    }

    /** So much time passes, after which is looked for clients that say nothing. */
    void pass(Duration time) {
        clock.advance(time);
        on(() -> {
            connections.closeSilent();
            return null;
        });
    }

    <T> T on(Supplier<T> task) {
        try {
            return server().loop().submit(task::get).get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** One client's connection. */
    final class Client {
        private final RecordingOutlet outlet = new RecordingOutlet();
        private final Connection connection;

        Client(int version) {
            connection = new Connection(outlet, version, clock.millis());
            connections.add(connection);
        }

        Client says(String text) {
            on(() -> {
                try {
                    protocol.receive(connection, ClientMessage.read(text, config.maxPayload()));
                } catch (Refusal refusal) {
                    protocol.refuse(connection, refusal.code());
                }
                return null;
            });
            return this;
        }

        Client vanishes(int code) {
            on(() -> {
                protocol.closed(connection, code);
                return null;
            });
            return this;
        }

        List<JsonNode> hears() {
            return on(outlet::take);
        }

        List<Integer> opcodes() {
            return on(outlet::takeOpcodes);
        }

        int closed() {
            return on(() -> outlet.closed().map(code -> code.number()).orElse(0));
        }
    }

    static String identify(long user, String token) {
        return """
            {"op":0,"d":{"server_id":"%d","user_id":"%d","session_id":"session%d","token":"%s"}}\
            """.formatted(GUILD, user, user, token);
    }

    Client connected(long user, int version) {
        place(user, HALL, true);
        return new Client(version).says(identify(user, token(user, "session" + user)));
    }

    @Override
    public void close() {
        started.close();
    }
}
