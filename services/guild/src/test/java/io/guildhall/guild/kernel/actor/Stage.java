package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Ticket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Actors without threads: each command runs to its end, its writes go to the store, its events are kept for the test to
 * look at, and what it tells other actors runs right after it. Commands that come in from other threads wait for their
 * turn.
 */
public final class Stage implements ActorCommands {
    private final Map<ActorKind, Behaviour<?>> behaviours = new HashMap<>();
    private final Map<ActorKey, Scene<?>> scenes = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<Command> told = new ArrayDeque<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final StorageFacade storage;
    private final Clock clock;
    private int mostBytes;
    private int mostChanges;

    /** An event and the actor that sent it. */
    public record Sent(ActorKey actor, Event event) {}

    public Stage(StorageFacade storage, Clock clock, List<Behaviour<?>> actors) {
        this.storage = storage;
        this.clock = clock;
        actors.forEach(behaviour -> behaviours.put(behaviour.kind(), behaviour));
    }

    /** Events since the last call, in order. */
    public synchronized List<Sent> takeSent() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** Facts since the last call, in order. */
    public synchronized List<Fact> takeFacts() {
        List<Fact> taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }

    /** What those who sent commands were asked to do since the last call, in order. */
    public synchronized List<Errand> takeErrands() {
        List<Errand> taken = List.copyOf(errands);
        errands.clear();
        return taken;
    }

    /** The most bytes that one command wrote and told since {@link #forgetCommands}. */
    public int mostBytes() {
        return mostBytes;
    }

    /** The most mutations and events of one command since {@link #forgetCommands}. */
    public int mostChanges() {
        return mostChanges;
    }

    public void forgetCommands() {
        mostBytes = 0;
        mostChanges = 0;
    }

    /** Forgets all state: the next command loads it from the store. */
    public synchronized void restart() {
        scenes.clear();
    }

    @Override
    public CompletionStage<Outcome> execute(Command command) {
        return CompletableFuture.completedFuture(run(command));
    }

    public Outcome run(Command command) {
        Reply reply;
        synchronized (this) {
            try {
                reply = scene(command).handle(command);
            } catch (ApiException refused) {
                return Outcomes.failure(refused.toFailure());
            }
            deliver();
        }
        return answer(reply);
    }

    /** All that was told, and what comes of it, in order; one after the other, however much it is. What they do later comes when all is delivered. */
    private void deliver() {
        Deque<Reply> replies = new ArrayDeque<>();
        while (!told.isEmpty()) {
            Command next = told.poll();
            try {
                replies.push(scene(next).handle(next));
            } catch (ApiException refused) {
                replies.push(Reply.noContent());
            }
        }
        replies.forEach(Stage::answer);
    }

    private static Outcome answer(Reply reply) {
        return switch (reply) {
            case Reply.Ready ready -> Outcomes.success(ready.status() == 0 ? 200 : ready.status(), ready.body());
            case Reply.Pullable(List<Ticket> tickets) -> Outcomes.tickets(tickets);
            case Reply.Later later -> {
                try {
                    yield answer(later.work().call());
                } catch (ApiException refused) {
                    yield Outcomes.failure(refused.toFailure());
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            }
        };
    }

    private Scene<?> scene(Command command) {
        ActorKey key = command.getActor();
        Scene<?> scene = scenes.get(key);
        if (scene == null) {
            Behaviour<?> behaviour = behaviours.get(key.getKind());
            behaviour.requireExists(key, command, storage);
            scene = new Scene<>(key, behaviour);
            scenes.put(key, scene);
        }
        return scene;
    }

    private void weigh(Changes changes) {
        int bytes = changes.mutations().stream()
                .mapToInt(Mutation::getSerializedSize)
                .sum();
        for (Effect effect : changes.effects()) {
            bytes += switch (effect) {
                case Effect.Send send -> send.event().getSerializedSize();
                case Effect.Tell(ActorKey target, Command tell) -> tell.getSerializedSize();
                case Effect.Hint _, Effect.Later _, Effect.Listeners _, Effect.Tellable _, Effect.After _ -> 0;
            };
        }
        mostBytes = Math.max(mostBytes, bytes);
        mostChanges = Math.max(
                mostChanges, changes.mutations().size() + changes.effects().size());
    }

    private final class Scene<S extends Reversible<?>> {
        private final ActorKey key;
        private final Behaviour<S> behaviour;
        private final Audience audience;
        private final S state;

        Scene(ActorKey key, Behaviour<S> behaviour) {
            this.key = key;
            this.behaviour = behaviour;
            this.audience = new Audience(
                    key,
                    new RelayLinks(node -> null, new NoRelays(), (node, notice) -> {}, node -> {}, nanos -> {}),
                    clock);
            audience.begin(1);
            this.state = behaviour.load(new ActorContext(key, 1, storage, storage, audience, Stage.this));
        }

        Reply handle(Command command) {
            Changes changes = new Changes();
            Runnable undo = state.undo();
            Reply reply;
            try {
                reply = behaviour.handle(state, command, changes);
                CommandBounds.require(command, reply, changes);
                changes.makeClaims();
            } catch (RuntimeException refused) {
                undo.run();
                throw refused;
            }
            weigh(changes);
            errands.addAll(changes.errands());
            if (!changes.mutations().isEmpty()) {
                storage.write(changes.mutations()).toCompletableFuture().join();
            }
            for (Effect effect : changes.effects()) {
                switch (effect) {
                    case Effect.Send(Event event, List<Consumer<Audience>> turns) -> {
                        turns.forEach(change -> change.accept(audience));
                        sent.add(new Sent(key, event));
                    }
                    case Effect.Listeners(Consumer<Audience> change) -> change.accept(audience);
                    case Effect.Tell(ActorKey target, Command tell) -> told.add(tell);
                    case Effect.Hint(Command hint) -> told.add(hint);
                    case Effect.Later later -> told.add(later.command());
                    case Effect.Tellable tellable -> facts.add(tellable.fact().get());
                    case Effect.After(Runnable action) -> action.run();
                }
            }
            return reply;
        }
    }

    private static final class NoRelays implements Discovery {
        @Override
        public Node self(Role role) {
            return new Node("test", role, "", "", false);
        }

        @Override
        public List<Node> nodes(Role role) {
            return List.of();
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {}

        @Override
        public void drain(Role role) {}
    }
}
