package io.guildhall.guild.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.BacklogSlots;
import io.guildhall.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node dies at every single step: before and after each write, each message and each answer. */
class MessagesSurviveTest {
    private static final ActorKey GUILD = Keys.guild(1);
    private static final int COMMANDS = 4;

    static Stream<Integer> steps() {
        return IntStream.rangeClosed(1, 70).boxed();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void noMessageIsLostOrDoubledWhenTheSendersOwnerDies(int step) {
        try (Cluster cluster = new Cluster()) {
            String owner = ownerAmong(GUILD);
            cluster.add("a", owner.equals("a") ? new Fuse(step) : Fuse.endless());
            cluster.add("b", owner.equals("b") ? new Fuse(step) : Fuse.endless());
            survives(cluster, GUILD);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void noMessageIsLostOrDoubledWhenAReceiversOwnerDies(int step) {
        try (Cluster cluster = new Cluster()) {
            String owner = ownerAmong(GUILD);
            cluster.add("a", owner.equals("a") ? Fuse.endless() : new Fuse(step));
            cluster.add("b", owner.equals("b") ? Fuse.endless() : new Fuse(step));
            survives(cluster, GUILD);
        }
    }

    @Test
    void whatADeadNodeLeftArrivesAlthoughNobodyTouchesTheSender() throws InterruptedException {
        try (Cluster cluster = new Cluster()) {
            Fuse fuse = Fuse.endless();
            Cluster.Member first = cluster.add("first", fuse);
            first.called(command()).toCompletableFuture().join();
            fuse.burn();

            Cluster.Member second = cluster.add("second", Fuse.endless());
            second.resume();

            Eventually.until(() -> everybodyHas(cluster.rows(), 1));
            Eventually.until(() -> isEmpty(cluster.rows()));
        }
    }

    /** A test of the tests above: they would notice. */
    @Test
    void withoutWhatReceiversStoreMessagesAreDoubled() {
        assertThat(steps()).anyMatch(MessagesSurviveTest::doublesWithoutAnInbox);
    }

    private static boolean doublesWithoutAnInbox(int step) {
        try (Cluster cluster = new Cluster(ForgetfulStorage::new)) {
            String owner = ownerAmong(GUILD);
            cluster.add("a", owner.equals("a") ? Fuse.endless() : new Fuse(step));
            cluster.add("b", owner.equals("b") ? Fuse.endless() : new Fuse(step));
            work(cluster, GUILD);
            Eventually.until(() -> {
                resumeAll(cluster);
                return isEmpty(cluster.rows());
            });
            return !everybodyHas(cluster.rows(), Sender.stored(cluster.rows(), GUILD.getId()));
        }
    }

    private static void survives(Cluster cluster, ActorKey guild) {
        work(cluster, guild);
        Eventually.until(() -> {
            resumeAll(cluster);
            return everybodyHas(cluster.rows(), Sender.stored(cluster.rows(), guild.getId()));
        });
        // The sender's owner may die only now, and what it has not stored of its deliveries is seen to by the next
        // round.
        Eventually.until(() -> {
            resumeAll(cluster);
            return isEmpty(cluster.rows());
        });
    }

    private static void work(Cluster cluster, ActorKey guild) {
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();
        for (int index = 0; index < COMMANDS; index++) {
            outcomes.add(cluster.ownerOf(guild).called(command()));
        }
        outcomes.forEach(outcome -> outcome.toCompletableFuture().join());
        long acknowledged = outcomes.stream()
                .filter(outcome -> outcome.toCompletableFuture().join().hasSuccess())
                .count();
        // Whoever died did it by now, or has had nothing left to do.
        long counted = Sender.stored(cluster.rows(), guild.getId());
        assertThat(counted).isGreaterThanOrEqualTo(acknowledged);
        cluster.ownerOf(guild).called(command()).toCompletableFuture().join();
    }

    private static void resumeAll(Cluster cluster) {
        try {
            cluster.resumeLiving();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static boolean everybodyHas(StorageFacade rows, long count) {
        String expected = LongStream.rangeClosed(1, count)
                .mapToObj(number -> number + " ")
                .collect(Collectors.joining());
        return LongStream.rangeClosed(1, Sender.USERS)
                .allMatch(user -> Receiver.stored(rows, user).equals(expected));
    }

    /** Whether no actor is listed as one for whom something waits. */
    private static boolean isEmpty(StorageFacade rows) {
        return rows.all(BacklogSlots.TABLE, BacklogSlots.ALL_SLOTS).stream()
                .map(row -> row.get(BacklogSlots.SLOT))
                .allMatch(slot -> LongStream.range(0, ActorBacklogs.SHARDS).allMatch(shard -> rows.read(
                                ActorBacklogs.TABLE,
                                Read.from(ActorBacklogs.TABLE, slot, shard).build())
                        .isEmpty()));
    }

    private static String ownerAmong(ActorKey actor) {
        try (Cluster both = new Cluster()) {
            both.add("a", Fuse.endless());
            both.add("b", Fuse.endless());
            return both.ownerOf(actor).self(Role.GUILD).id();
        }
    }

    private static Command command() {
        return Command.newBuilder()
                .setActor(GUILD)
                .setInternal(Internal.newBuilder().setStep("count"))
                .build();
    }
}
