package io.guildhall.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.gateway.fakes.QuietListener;
import io.guildhall.gateway.fakes.QuietMeasures;
import io.guildhall.gateway.fakes.RecordingOutlet;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneContext;
import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.RecentBytes;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.SessionLimits;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.identity.voice.VoiceTokens;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKind;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where sessions are told to connect for voice, and when. */
class VoiceServersTest {
    private static final long GUILD = 7;
    private static final long USER = 5;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);

    private final EventLoop loop = new DefaultEventLoop();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 20, 1 << 20, 1 << 16),
            new RecentBytes(1 << 24),
            CLOCK,
            new QuietMeasures(),
            new QuietListener()));
    private final StaticDiscovery discovery = StaticDiscovery.oneProcess("ws://gateway");
    private final VoiceTokens tokens = new VoiceTokens("a secret");
    private final ControlEvents controls = new ControlEvents(null, new VoiceServers(discovery, tokens, CLOCK));
    private Session session;

    @BeforeEach
    void open() throws Exception {
        nodes(new Node("voice", Role.VOICE, "", "voice.example:443", false));
        on(() -> {
            Lane lane = lanes.of(loop);
            session = lanes.open(
                    lane,
                    lanes.nextNumber(lane),
                    "session",
                    new Profile(USER, true, 0, -1, 0, 1, 50, new byte[0]),
                    new RecordingOutlet());
            session.ready(List.of(new Dispatch("READY", "{}".getBytes(StandardCharsets.UTF_8))));
            lane.attach(session, ActorKind.GUILD, GUILD, 1, 1);
        });
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void whoComesIntoAChannelIsToldTheNodeWithATokenForIt() throws Exception {
        tell("session", 55, false);
        assertThat(told()).singleElement().satisfies(server -> {
            assertThat(server.path("endpoint").asText()).isEqualTo("voice.example:443");
            assertThat(server.path("guild_id").asText()).isEqualTo("7");
            assertThat(tokens.read(server.path("token").asText(), "session", "voice"))
                    .hasValueSatisfying(token -> assertThat(token)
                            .isEqualTo(new VoiceToken(USER, GUILD, 55, CLOCK.millis(), token.nonce())));
        });
    }

    @Test
    void whatElseChangesInTheSameChannelBringsNoNewConnection() throws Exception {
        tell("session", 55, false);
        tell("session", 55, true);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoIsMovedOrComesAgainIsToldAnew() throws Exception {
        tell("session", 55, false);
        tell("session", 56, false);
        tell("session", 0, false);
        tell("session", 56, false);
        assertThat(told()).hasSize(3);
        assertThat(told().stream().map(server -> server.path("token").asText()).distinct())
                .hasSize(3);
    }

    @Test
    void anotherSessionOfTheUserIsNotTold() throws Exception {
        tell("other", 55, false);
        assertThat(told()).isEmpty();
    }

    @Test
    void withoutANodeTheAddressIsNull() throws Exception {
        nodes(new Node("voice", Role.VOICE, "", "", false), new Node("leaving", Role.VOICE, "", "old.example", true));
        tell("session", 55, false);
        assertThat(told()).singleElement().satisfies(server -> {
            assertThat(server.path("endpoint").isNull()).isTrue();
            assertThat(server.path("token").asText()).isNotEmpty();
        });
    }

    private void nodes(Node... nodes) {
        discovery.replace(Role.VOICE, List.of(nodes));
    }

    private List<JsonNode> told() throws Exception {
        List<JsonNode> servers = new ArrayList<>();
        on(() -> {
            for (long at = session.replay().firstSequence();
                    at <= session.replay().lastSequence();
                    at++) {
                Dispatch dispatch = session.replay().get(at);
                if (dispatch.name().equals("VOICE_SERVER_UPDATE")) {
                    servers.add(Json.parse(new String(dispatch.payload(), StandardCharsets.UTF_8)));
                }
            }
        });
        return servers;
    }

    private void tell(String id, long channel, boolean mute) throws Exception {
        String payload = """
            {"guild_id":"%d","channel_id":"%d","session_id":"%s","self_mute":%b,"epoch":3}\
            """.formatted(GUILD, channel, id, mute);
        on(() -> controls.handle(session, new Dispatch("$VOICE_STATE", payload.getBytes(StandardCharsets.UTF_8))));
    }

    private void on(Runnable task) throws Exception {
        loop.submit(task).get(10, TimeUnit.SECONDS);
    }
}
