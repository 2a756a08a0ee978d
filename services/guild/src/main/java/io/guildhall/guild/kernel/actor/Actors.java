package io.guildhall.guild.kernel.actor;

import static java.util.function.Function.identity;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.audience.Audiences;
import io.guildhall.guild.kernel.audience.SessionDeparture;
import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.model.cluster.Contract;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.model.rpc.SessionRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All actors of this node: finds or makes the one that a command is for, and gives up those that are another's. */
public final class Actors implements Audiences {
    private final Map<ActorKind, Behaviour<?>> behaviours;
    private final ActorServices services;
    private final Discovery discovery;
    private final ConcurrentHashMap<ActorKey, Actor<?>> actors = new ConcurrentHashMap<>();
    private final SessionDepartures departures = new SessionDepartures(this::execute, Pauses.REAL);
    private final RollAnswers rolls;
    private final EpochRounds rounds;
    private volatile boolean stopping;

    public Actors(Collection<Behaviour<?>> behaviours, ActorServices services) {
        this.behaviours = behaviours.stream().collect(Collectors.toUnmodifiableMap(Behaviour::kind, identity()));
        this.services = services;
        this.discovery = services.discovery();
        this.rolls = new RollAnswers(discovery, this::audience, departures);
        this.rounds = new EpochRounds(actors::values, services.storage(), services.clock());
    }

    /** Never blocks. Commands that one thread hands over for one actor run in that order. */
    public CompletionStage<Outcome> execute(Command command) {
        ActorKey key = command.getActor();
        if (isRelease(command)) {
            return isMeant(command)
                    ? release(key).thenApply(nothing -> services.epochs().farewell(key))
                    : CompletableFuture.completedFuture(Outcomes.unavailable("Another process answers here."));
        }
        long term = discovery.term();
        Behaviour<?> behaviour = behaviours.get(key.getKind());
        Optional<Node> owner = Ring.choose(discovery.nodes(Role.GUILD), key.getId());
        if (owner.isEmpty()) {
            return CompletableFuture.completedFuture(Outcomes.notNow("No guild node takes work."));
        }
        if (!isSelf(owner.get())) {
            return CompletableFuture.completedFuture(Outcomes.moved(owner.get()));
        }
        if (behaviour == null || !understood(command)) {
            return CompletableFuture.completedFuture(Outcomes.notNow("This node is of an older release; try again."));
        }
        if (stopping) {
            return CompletableFuture.completedFuture(Outcomes.notNow("This node is shutting down."));
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Work run = new Work.Run(command, outcome);
        if (command.hasAttach()) {
            departures.join(key, command.getAttach(), outcome, () -> post(run, key, behaviour));
        } else {
            post(run, key, behaviour);
        }
        return outcome.thenApply(result -> stillAlive(term) ? result : Outcomes.unavailable("This node was cut off."));
    }

    /** Others may have taken over what this node has from the moment at which it can not be sure to count as alive. */
    private boolean stillAlive(long term) {
        return term != Discovery.NO_TERM && discovery.term() == term;
    }

    /**
     * Has an actor deliver what its log holds, if it is this node's and does not do so already; completes when that has begun.
     * Loads nothing of the actor but its log.
     */
    public CompletionStage<Void> deliver(ListedActor listed) {
        ActorKey key = listed.actor();
        Behaviour<?> behaviour = behaviours.get(key.getKind());
        if (behaviour == null || stopping || !mustDeliver(key)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> begun = new CompletableFuture<>();
        post(new Work.Deliver(listed, begun), key, behaviour);
        return begun;
    }

    /** Whether an actor is this node's and its log is not being delivered. */
    public boolean mustDeliver(ActorKey key) {
        Actor<?> actor = actors.get(key);
        return (actor == null || !actor.delivers())
                && Ring.choose(discovery.nodes(Role.GUILD), key.getId())
                        .filter(this::isSelf)
                        .isPresent();
    }

    /** What a gateway believes of its sessions and is otherwise here. Does not wait for mailboxes. */
    public RollCallReply callRoll(RollCall call) {
        return stopping ? RollCallReply.getDefaultInstance() : rolls.answer(call);
    }

    /**
     * Gives up every actor that the ring gives to another node; completes when all are given up. A node that knows nobody, itself neither, gives
     * none up: it takes no commands for them, and they hold what is on its way to others, and to sessions, until it knows whose they are.
     */
    public CompletionStage<Void> handOver() {
        if (!discovery.knowsOthers()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Node> nodes = discovery.nodes(Role.GUILD);
        return closeAll(actors.values().stream()
                .filter(actor -> Ring.choose(nodes, actor.key().getId())
                        .filter(this::isSelf)
                        .isEmpty())
                .toList());
    }

    /** Takes no more commands and gives up every actor; completes when all are given up. */
    public CompletionStage<Void> closeAll() {
        stopping = true;
        return closeAll(List.copyOf(actors.values()));
    }

    /** Forgets actors that nobody has used or listened to for a while, and those of what does not exist. */
    public void evictIdle(Instant now) {
        actors.values().stream().filter(actor -> actor.evictable(now)).toList().forEach(actor -> close(actor));
    }

    /** Gives up some actors that another node has claimed unheard, if there are any; called from time to time. Blocks for the store. */
    public void findClaimed() {
        rounds.round();
    }

    public int size() {
        return actors.size();
    }

    /** Commands that wait in all mailboxes. */
    public int waiting() {
        return actors.values().stream().mapToInt(Actor::waiting).sum();
    }

    /** Every actor of this node that has sessions. */
    @Override
    public List<Audience> audiences() {
        return actors.values().stream()
                .map(Actor::audience)
                .filter(audience -> !audience.isEmpty())
                .toList();
    }

    @Override
    public Optional<Audience> audience(ActorKey key) {
        return Optional.ofNullable(actors.get(key)).map(Actor::audience);
    }

    @Override
    public void stale(ActorKey key, long newerEpoch) {
        Actor<?> actor = actors.get(key);
        if (actor != null) {
            actor.offer(new Work.Stale(newerEpoch));
        }
    }

    @Override
    public SessionDeparture lost(ActorKey key, List<SessionRef> sessions) {
        return departures.lost(key, sessions);
    }

    @Override
    public SessionDeparture departing(ActorKey key, List<SessionRef> sessions) {
        return departures.begin(key, sessions);
    }

    private void post(Work work, ActorKey key, Behaviour<?> behaviour) {
        while (true) {
            Actor<?> actor = actors.computeIfAbsent(key, missing -> new Actor<>(missing, behaviour, services));
            switch (actor.offer(work)) {
                case TAKEN -> {
                    return;
                }
                case FULL -> {
                    refuse(work);
                    return;
                }
                // It is being given up: a fresh one, or another node, takes over once it is gone.
                case CLOSED -> actors.remove(key, actor);
            }
        }
    }

    private static void refuse(Work work) {
        switch (work) {
            case Work.Run run ->
                run.outcome().complete(Outcomes.unavailable("Too many requests wait for this guild; try again."));
            case Work.Deliver(ListedActor listed, CompletableFuture<Void> begun) -> begun.complete(null);
            case Work.Settle settle -> {}
            case Work.Lost lost -> {}
            case Work.Stale stale -> {}
            case Work.Close(CompletableFuture<List<Work>> closed) -> closed.complete(List.of());
        }
    }

    private CompletionStage<Void> release(ActorKey key) {
        Actor<?> actor = actors.get(key);
        return actor == null ? CompletableFuture.completedFuture(null) : close(actor);
    }

    private CompletableFuture<Void> closeAll(List<Actor<?>> closing) {
        return CompletableFuture.allOf(closing.stream().map(this::close).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> close(Actor<?> actor) {
        CompletableFuture<List<Work>> closed = new CompletableFuture<>();
        if (actor.offer(new Work.Close(closed)) == Mailbox.Offer.CLOSED) {
            return CompletableFuture.completedFuture(null);
        }
        return closed.thenAccept(left -> {
            actors.remove(actor.key(), actor);
            left.forEach(this::postAgain);
        });
    }

    private void postAgain(Work work) {
        switch (work) {
            case Work.Run run -> execute(run.command()).thenAccept(run.outcome()::complete);
            case Work.Deliver(ListedActor listed, CompletableFuture<Void> begun) -> begun.complete(null);
            case Work.Settle settle -> {}
            case Work.Close(CompletableFuture<List<Work>> closed) -> closed.complete(List.of());
            case Work.Lost lost -> {}
            case Work.Stale stale -> {}
        }
    }

    private boolean isSelf(Node node) {
        return node.id().equals(discovery.self(Role.GUILD).id());
    }

    /** Nodes of the last release do not say whom they mean. */
    private boolean isMeant(Command release) {
        ByteString id = release.getInternal().getBody();
        return id.isEmpty()
                || id.toStringUtf8().equals(discovery.self(Role.GUILD).id());
    }

    /** Whether this build knows everything that is asked; who asks for more is of a later one. */
    private static boolean understood(Command command) {
        return command.getNeeds() <= Contract.OWNER && command.getPayloadCase() != Command.PayloadCase.PAYLOAD_NOT_SET;
    }

    private static boolean isRelease(Command command) {
        return command.hasInternal() && command.getInternal().getStep().equals(EpochClaim.RELEASE);
    }
}
