package io.guildhall.voice.gateway;

import io.guildhall.observability.process.Rounds;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.server.VoiceServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of this process. Finds those whose client is gone without a word, or never says who it is. */
@ApplicationScoped
public class Connections {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final VoiceServer server;
    private final Clock clock;
    private final long longestSilence;
    private final long longestWait;
    private final Rounds rounds = Rounds.every(PAUSE, "silent-voice", this::look);

    public Connections(VoiceServer server, VoiceConfig config, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.longestSilence = config.heartbeatInterval().toMillis() * 3 / 2;
        this.longestWait = config.identifyTimeout().toMillis();
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        open.remove(connection);
    }

    private void look() {
        if (!open.isEmpty()) {
            server.run(this::closeSilent);
        }
    }

    /** On the loop of media. */
    void closeSilent() {
        long now = clock.millis();
        for (Connection connection : open) {
            boolean late = connection.stage() == Connection.Stage.OPEN && now - connection.openSince() > longestWait;
            if (late || now - connection.lastHeartbeat() > longestSilence) {
                connection.member().ifPresent(member -> member.detached(now));
                connection.close(CloseCode.SESSION_TIMED_OUT);
            }
        }
    }
}
