package io.guildhall.voice.server;

import io.guildhall.identity.TokenConfig;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.voice.config.VoiceConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** A voice server that runs. */
public final class StartedServer implements AutoCloseable {
    private final VoiceServer server;
    private final VoiceNodeService service;

    public StartedServer(VoiceConfig config, TokenConfig tokens, Discovery discovery, Clock clock) {
        server = new VoiceServer(config, tokens, discovery, new VoiceTraffic(new SimpleMeterRegistry()), clock);
        service = new VoiceNodeService(server);
        server.start(null);
    }

    public VoiceServer server() {
        return server;
    }

    /** As an owner does; returns once it holds. */
    public void place(VoicePlaces places) {
        service.place(places).await().atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        server.stop(null);
    }
}
