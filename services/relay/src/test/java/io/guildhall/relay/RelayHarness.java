package io.guildhall.relay;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.observability.trace.Traces;
import io.guildhall.relay.config.RelayConfig;
import io.guildhall.relay.gateway.VirtualDelays;
import io.guildhall.relay.metrics.RelayMetrics;
import io.guildhall.testing.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A relay with gateway nodes that are fakes, driven as an owner drives it. */
public final class RelayHarness {
    private static final Node SELF = new Node("r1", Role.RELAY, "", "", false);

    private final Map<String, FakeGateway> gateways = new ConcurrentHashMap<>();
    private final StaticDiscovery discovery = new StaticDiscovery(List.of(SELF), List.of(SELF));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayService relay;

    public RelayHarness() {
        this(Map.of());
    }

    public RelayHarness(Map<String, String> settings) {
        this(settings, Clock.systemUTC());
    }

    public RelayHarness(Map<String, String> settings, Clock clock) {
        RelayConfig config = Settings.of(RelayConfig.class).with(settings);
        relay = new RelayService(
                config,
                clock,
                discovery,
                node -> gateways.get(node.id()),
                new VirtualDelays(),
                new RelayMetrics(meters),
                Traces.off());
    }

    public FakeGateway gateway(String id) {
        FakeGateway gateway = gateways.computeIfAbsent(id, created -> new FakeGateway());
        announce();
        return gateway;
    }

    public void kill(String id) {
        gateways.remove(id);
        announce();
    }

    /** The same process again, after discovery did not show it for a while. */
    public void comesBack(String id, FakeGateway gateway) {
        gateways.put(id, gateway);
        announce();
    }

    public RelayService relay() {
        return relay;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    public Owner owner() {
        return new Owner();
    }

    private void announce() {
        discovery.replace(
                Role.GATEWAY,
                gateways.keySet().stream()
                        .map(id -> new Node(id, Role.GATEWAY, "", "", false))
                        .toList());
    }

    /** Waits for something that happens on another thread; fails when it does not happen at all. */
    public static void eventually(BooleanSupplier condition) {
        for (int attempt = 0; attempt < 3_000; attempt++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(Duration.ofMillis(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("it did not happen");
    }

    /** One stream of an owner node. */
    public final class Owner {
        private final List<RelayNotice> notices = new CopyOnWriteArrayList<>();
        private MultiEmitter<? super OwnerFrame> emitter;

        private Owner() {
            Multi<OwnerFrame> frames = Multi.createFrom().emitter(created -> emitter = created);
            relay.deliver(frames).subscribe().with(notices::add);
        }

        public Owner send(OwnerFrame.Builder... frames) {
            for (OwnerFrame.Builder frame : frames) {
                emitter.emit(frame.build());
            }
            return this;
        }

        public void disconnect() {
            emitter.complete();
        }

        public List<RelayNotice> notices() {
            return notices;
        }

        /** The highest sequence that is acknowledged. */
        public long acknowledged() {
            return notices.stream()
                    .filter(RelayNotice::hasAcknowledged)
                    .mapToLong(notice -> notice.getAcknowledged().getSequence())
                    .max()
                    .orElse(0);
        }
    }
}
