package io.guildhall.guild.bench;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.guild.fakes.TestOperations;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.rpc.Ticket;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A whole guild node, with a store in memory and relays without sockets. */
final class BenchNode implements GuildOwner, AutoCloseable {
    private static final int CONVERTER_PRIORITY = 200;

    private final Clock clock = Clock.systemUTC();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final DelayedStorage storage = new DelayedStorage();
    private final SilentRelay relay = new SilentRelay();
    private final Tickets tickets = new Tickets(clock);
    private final SnowflakeGenerator ids = new SnowflakeGenerator(1, clock);
    private final Function<Clock, Behaviour<?>> users;
    private GuildNode node;

    BenchNode() {
        this(clock -> new QuietUsers());
    }

    BenchNode(Function<Clock, Behaviour<?>> users) {
        this.users = users;
        discovery.set(Role.STORAGE_PROXY, "storage");
        discovery.set(Role.RELAY, "relay");
        start();
    }

    /** The owner stops, as one does that is killed, and another one takes its place. */
    void replace() {
        node.actors().closeAll().toCompletableFuture().join();
        start();
    }

    private void start() {
        Timestamps timestamps = new Timestamps(clock);
        node = new GuildNode(
                config(),
                clock,
                discovery,
                peer -> this,
                new OwnerClient(discovery, peer -> this),
                peer -> relay,
                peer -> claim -> Uni.createFrom().item(ClaimedReply.getDefaultInstance()),
                new StorageRouter(peer -> storage, discovery, timestamps),
                timestamps,
                new SimpleMeterRegistry(),
                List.of(TestOperations.behaviour(ids, clock, tickets, TestWriters.operations(ids)), users.apply(clock)),
                List.of());
    }

    DelayedStorage storage() {
        return storage;
    }

    SilentRelay relay() {
        return relay;
    }

    Tickets tickets() {
        return tickets;
    }

    /** All relays are lost, and one comes back. */
    void loseRelays() {
        discovery.set(Role.RELAY);
        discovery.set(Role.RELAY, "relay");
    }

    CompletionStage<Outcome> submit(Command command) {
        return node.actors().execute(command);
    }

    /** Runs the command; fails when it is refused. */
    Success run(Command command) {
        return success(submit(command).toCompletableFuture().join());
    }

    static Success success(Outcome outcome) {
        if (!outcome.hasSuccess()) {
            throw new IllegalStateException("refused: " + outcome);
        }
        return outcome.getSuccess();
    }

    /** Everything that a ticket stands for. */
    List<Event> pull(ActorKey actor, Ticket ticket) {
        List<Event> events = new ArrayList<>();
        PullReply reply;
        do {
            reply = tickets.pull(PullRequest.newBuilder()
                    .setActor(actor)
                    .setTicket(ticket.getNumber())
                    .build());
            if (reply.getUnknownTicket()) {
                throw new IllegalStateException("the ticket has ended");
            }
            events.addAll(reply.getEventsList());
        } while (!reply.getDone());
        return events;
    }

    @Override
    public Uni<Outcome> execute(Command command) {
        return Uni.createFrom().completionStage(() -> submit(command));
    }

    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return Uni.createFrom().item(() -> tickets.pull(request));
    }

    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return Uni.createFrom().item(() -> node.actors().callRoll(call));
    }

    @Override
    public void close() {
        node.actors().closeAll().toCompletableFuture().join();
        storage.close();
    }

    private static GuildConfig config() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(GuildConfig.class)
                .build();
        return config.getConfigMapping(GuildConfig.class);
    }
}
