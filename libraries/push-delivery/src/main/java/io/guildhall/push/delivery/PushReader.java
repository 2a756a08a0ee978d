package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.fact.DeviceFact;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.DeviceSteps;
import io.guildhall.model.push.PushSteps;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.fact.ReadFacts;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.push.metering.PushMeters;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.pipeline.PipelineSettings;
import io.guildhall.push.pipeline.PushPipeline;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.DefaultShedding;
import io.guildhall.push.timing.SystemTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells people's devices: reads the facts of guilds, for whom their messages are meant, and those of people, what they are to be told. Its own part of what
 * is needed for that - connections to providers, what waits for them - ends with it.
 */
public final class PushReader implements FactReader, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PushReader.class);
    private static final Duration BACK_OFF = Duration.ofMillis(500);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("push").factory());
    private final Executor threads = task -> Thread.ofVirtual().name("push").start(task);
    private final boolean enabled;
    private final Duration settle;
    private final OwnerSteps owners;
    private final DeviceOwners deviceOwners;
    private final Expansion expansion;
    private final Registrations registrations;
    private final OpenProviders providers;
    private final PushPipeline pipeline;
    private final ReadFacts facts;

    /** @param renewed how long it is remembered who has a device; for ever where the facts of all people come here */
    public PushReader(
            PushConfig config,
            OutgoingConfig outgoing,
            OwnerClient ownerClient,
            StorageAccess storage,
            Vertx vertx,
            MeterRegistry meters,
            Clock clock,
            Optional<Duration> renewed) {
        this.enabled = config.keys().isPresent();
        this.settle = config.settle();
        this.owners = new OwnerSteps(ownerClient);
        this.deviceOwners = new DeviceOwners(storage, renewed, clock);
        this.expansion = new Expansion(
                owners,
                deviceOwners,
                new MeantPeople(
                        (user, body) -> owners.ask(OwnerSteps.user(user), PushSteps.MEANT, body), BACK_OFF, meters),
                config.timeToLive(),
                clock);
        this.registrations = new Registrations(storage, config.timeToLive());
        this.providers = new OpenProviders(config, outgoing, vertx, clock, threads);
        PushMeters listener = new PushMeters(meters, this::remove);
        this.facts = new ReadFacts(listener::unreadable);
        this.pipeline = new PushPipeline(
                new PipelineSettings(
                        config.waiting(),
                        OpenProviders.MOST_CONNECTIONS,
                        PusherSettings.standard().withInFlight(config.inFlight()),
                        providers.pushers()),
                new DefaultShedding(),
                providers.all(),
                new OwnerComposer(owners),
                new StoredLedger(storage),
                new SystemTimer(clock, timer),
                new SecureRandom(),
                listener);
        listener.watch(pipeline);
    }

    @Override
    public boolean reads(String topic) {
        return enabled
                && (topic.equals(MessageFact.TOPIC) || topic.equals(PushFact.TOPIC) || topic.equals(DeviceFact.TOPIC));
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        // What was not told of cannot be told later: it is of no use by then.
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return CompletableFuture.supplyAsync(() -> taken(actor, facts), threads).thenCompose(all -> all);
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        pipeline.close();
        timer.shutdownNow();
        providers.close();
    }

    private CompletableFuture<?> taken(ActorKey actor, List<LogEntry> entries) {
        List<CompletableFuture<?>> offered = new ArrayList<>();
        for (LogEntry entry : entries) {
            Fact fact = entry.getFact();
            switch (fact.getTopic()) {
                case PushFact.TOPIC ->
                    facts.read(fact, PushFact::of).ifPresent(told -> {
                        if (told.userId() == 0) {
                            expansion.expand(told);
                        } else {
                            offered.add(offer(told));
                        }
                    });
                case DeviceFact.TOPIC -> facts.read(fact, DeviceFact::of).ifPresent(deviceOwners::learn);
                case MessageFact.TOPIC ->
                    facts.read(fact, MessageFact::of).ifPresent(told -> {
                        if (actor.getKind() == ActorKind.GUILD && told instanceof MessageFact.Is message) {
                            expansion.expand(message);
                        }
                    });
                default -> LOG.debugf("a fact of the topic %s", fact.getTopic());
            }
        }
        return CompletableFuture.allOf(offered.toArray(CompletableFuture[]::new));
    }

    /** A person's other notifications do not wait for long for a push service that is away. */
    private CompletableFuture<?> offer(PushFact fact) {
        List<Notification> notifications = registrations.notifications(fact).await().indefinitely().stream()
                .filter(one -> providers.reaches(one.device().connection()))
                .toList();
        return pipeline.offer(notifications)
                .toCompletableFuture()
                .thenApply(settled -> true)
                .completeOnTimeout(false, settle.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void remove(Device device) {
        owners.ask(OwnerSteps.user(device.userId()), DeviceSteps.REMOVE, DeviceSteps.byId(device.id()))
                .subscribe()
                .with(removed -> {}, failure -> LOG.debugf("a device that is gone stays for now: %s", failure));
    }
}
