package io.guildhall.voice.server;

import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.voice.VoiceTokens;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import io.guildhall.voice.admission.Admission;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.place.Places;
import io.guildhall.voice.port.MediaPort;
import io.guildhall.voice.room.Media;
import io.guildhall.voice.room.Rights;
import io.guildhall.voice.room.Rooms;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What voice is made of in this process: the port of media, its one loop, and on that loop the rooms, what owners said, and which tokens were
 * used. Without an address for clients there is none of it.
 */
@ApplicationScoped
public class VoiceServer {
    private static final Logger LOG = Logger.getLogger(VoiceServer.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final VoiceConfig config;
    private final TokenConfig tokens;
    private final Discovery discovery;
    private final VoiceTraffic traffic;
    private final Clock clock;
    private final Places places = new Places();
    private final SecureRandom random = new SecureRandom();
    private final Rooms rooms;
    private Optional<Running> running = Optional.empty();

    private record Running(
            NioEventLoopGroup group, EventLoop loop, MediaPort port, Admission admission, Rounds sweep) {}

    public VoiceServer(VoiceConfig config, TokenConfig tokens, Discovery discovery, VoiceTraffic traffic, Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.discovery = discovery;
        this.traffic = traffic;
        this.clock = clock;
        this.rooms = new Rooms(config.maxSpeakers(), random::nextInt);
    }

    void start(@Observes StartupEvent event) {
        if (config.endpoint().filter(endpoint -> !endpoint.isBlank()).isEmpty()) {
            return;
        }
        NioEventLoopGroup group = new NioEventLoopGroup(1, new DefaultThreadFactory("voice", true));
        EventLoop loop = group.next();
        MediaPort port = MediaPort.open(loop, config.host(), config.port());
        Admission admission = new Admission(
                new VoiceTokens(tokens.secret()), discovery.self(Role.VOICE).id(), config.tokenLife(), clock.millis());
        Rounds sweep = Rounds.every(SWEEP, "voice-sweep", () -> run(this::sweep));
        running = Optional.of(new Running(group, loop, port, admission, sweep));
        run(() -> port.receiveWith(new Media(rooms, port, System::nanoTime, traffic)));
        traffic.watch(rooms);
        sweep.start();
        LOG.infof("Voice listens on UDP port %d", port.port());
    }

    void stop(@Observes ShutdownEvent event) {
        running.ifPresent(voice -> {
            voice.sweep().stop();
            voice.port().close();
            voice.group().shutdownGracefully(0, 1, TimeUnit.SECONDS);
        });
    }

    /** Whether clients may connect here. */
    public boolean serves() {
        return running.isPresent();
    }

    /** Runs a task on the loop of media, after what was given to it before. Without voice it is not run. */
    public void run(Runnable task) {
        running.ifPresent(voice -> voice.loop().execute(() -> Guard.PROCESS.run("A task of voice", task)));
    }

    /** The loop of media. Only where {@link #serves}. */
    public EventLoop loop() {
        return running.orElseThrow().loop();
    }

    /** On the loop of media, as everything that it has. */
    public Admission admission() {
        return running.orElseThrow().admission();
    }

    public Rooms rooms() {
        return rooms;
    }

    public Places places() {
        return places;
    }

    public SecureRandom random() {
        return random;
    }

    /** Where clients send media, as they are told. */
    public int mediaPort() {
        return config.publicPort().orElseGet(() -> running.orElseThrow().port().port());
    }

    /** A guild's owner says who is in voice there. On the loop of media. */
    void place(VoicePlaces told) {
        for (VoicePlace place : places.take(told, clock.millis())) {
            rooms.find(told.getGuildId(), place.getUserId()).ifPresent(member -> {
                if (member.channelId() == place.getChannelId()
                        && member.sessionId().equals(place.getSessionId())) {
                    rooms.rights(member, Rights.of(place));
                } else {
                    rooms.end(member, CloseCode.DISCONNECTED);
                }
            });
        }
    }

    private void sweep() {
        long now = clock.millis();
        rooms.endDetached(now - config.resumeTimeout().toMillis());
        running.ifPresent(voice -> voice.admission().forget(now));
        places.forget(now);
    }
}
