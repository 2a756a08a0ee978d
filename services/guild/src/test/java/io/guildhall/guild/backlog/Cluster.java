package io.guildhall.guild.backlog;

import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.ActorLimits;
import io.guildhall.guild.kernel.actor.ActorServices;
import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.guild.kernel.actor.EpochClaim;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.guild.kernel.actor.StoredRows;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.time.Pace;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Guild nodes over one store, of which any can die between two steps of what it does. */
final class Cluster implements AutoCloseable {
    private final StoredRows rows = new StoredRows();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final StorageFacade store;

    Cluster() {
        store = rows;
    }

    /** @param store what its nodes have instead of {@link #rows} */
    Cluster(UnaryOperator<StorageFacade> store) {
        this.store = store.apply(rows);
    }

    /** A node that dies before or after a step of its writes and calls, as the fuse says. */
    Member add(String id, Fuse fuse) {
        Member member = new Member(id, fuse);
        members.add(member);
        return member;
    }

    StorageFacade rows() {
        return rows;
    }

    /** The node that the ring gives an actor to, of those that live. */
    Member ownerOf(ActorKey actor) {
        Node owner = Ring.choose(nodes(), actor.getId()).orElseThrow();
        return members.stream()
                .filter(member -> member.id.equals(owner.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Every node that lives looks for what others left. */
    void resumeLiving() throws InterruptedException {
        for (Member member : members) {
            if (!member.fuse.hasBurnt()) {
                try {
                    member.rounds.round(() -> true);
                } catch (StorageUnavailable died) {
                    // It died on the way.
                }
            }
        }
    }

    private List<Node> nodes() {
        return members.stream()
                .filter(member -> !member.fuse.hasBurnt())
                .map(member -> new Node(member.id, Role.GUILD, "", "", false))
                .toList();
    }

    @Override
    public void close() {
        members.forEach(member -> member.fuse.burn());
        rows.close();
    }

    /** One guild node. */
    final class Member implements Discovery, ActorCommands {
        private final String id;
        private final Fuse fuse;
        private final Actors actors;
        private final BacklogRounds rounds;

        private Member(String id, Fuse fuse) {
            this.id = id;
            this.fuse = fuse;
            Clock clock = Clock.systemUTC();
            StorageFacade storage = new MortalStorage(store, fuse);
            this.actors = new Actors(
                    List.of(new Sender(), new Receiver()),
                    new ActorServices(
                            storage,
                            this,
                            new RelayLinks(node -> null, this, (node, notice) -> {}, node -> {}, nanos -> {}),
                            this,
                            TestLogs.of(storage, this, clock),
                            new EpochClaim(this, node -> null, new Timestamps(clock)),
                            new ActorLimits(1_000, 1_000, Duration.ofMinutes(10), true),
                            clock));
            this.rounds = new BacklogRounds(actors, storage, clock, Pace.of(100_000));
        }

        void resume() throws InterruptedException {
            rounds.round(() -> true);
        }

        /** Between owners: a call that a dead node makes, or whose answer it would get, never ends. */
        @Override
        public CompletionStage<Outcome> execute(Command command) {
            if (fuse.burns()) {
                return new CompletableFuture<>();
            }
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            ownerOf(command.getActor()).called(command).thenAccept(outcome -> {
                if (!fuse.burns()) {
                    answer.complete(outcome);
                }
            });
            return answer;
        }

        /** A call from outside or from another node: a dead node refuses the connection. */
        CompletionStage<Outcome> called(Command command) {
            CompletionStage<Outcome> broken =
                    fuse.whenBurnt().thenApply(burnt -> Outcomes.unavailable("The connection broke."));
            return fuse.hasBurnt() ? broken : actors.execute(command).applyToEither(broken, outcome -> outcome);
        }

        @Override
        public Node self(Role role) {
            return new Node(id, role, "", "", false);
        }

        @Override
        public List<Node> nodes(Role role) {
            return role == Role.GUILD ? Cluster.this.nodes() : List.of();
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {}

        @Override
        public void drain(Role role) {}
    }
}
