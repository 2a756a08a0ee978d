package io.guildhall.ownerclient;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Guild nodes as the client sees them, on a clock of its own: pauses take no time, and something may happen in each. What a
 * node answers is up to the test.
 */
final class Guilds implements Discovery, Peers<GuildOwner>, Waiting {
    final List<String> asked = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();

    private final Deque<Runnable> events = new ArrayDeque<>();
    private List<Node> nodes = List.of();
    private BiFunction<String, Command, Uni<Outcome>> answer =
            (node, command) -> Uni.createFrom().nothing();
    private long nanos;

    static Node node(String id, boolean draining) {
        return new Node(id, Role.GUILD, id + ":1", "", draining);
    }

    static Node node(String id, int contract) {
        return new Node(id, Role.GUILD, id + ":1", "", false, contract);
    }

    void know(Node... known) {
        nodes = List.of(known);
    }

    void answer(BiFunction<String, Command, Uni<Outcome>> function) {
        answer = function;
    }

    /** Happens in the next pause that has no event yet. */
    void inAPause(Runnable event) {
        events.add(event);
    }

    @Override
    public GuildOwner at(Node node) {
        return new GuildOwner() {
            @Override
            public Uni<Outcome> execute(Command command) {
                asked.add(node.id());
                return answer.apply(node.id(), command);
            }

            @Override
            public Uni<PullReply> pull(PullRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Uni<RollCallReply> callRoll(RollCall call) {
                return Uni.createFrom().item(RollCallReply.getDefaultInstance());
            }
        };
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Uni<Void> pause(Duration time) {
        pauses.add(time);
        nanos += time.toNanos();
        if (!events.isEmpty()) {
            events.poll().run();
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public List<Node> nodes(Role role) {
        return nodes;
    }

    @Override
    public Node self(Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drain(Role role) {
        throw new UnsupportedOperationException();
    }
}
