package io.guildhall.storageclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.rpc.CallFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageRouterTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final ReadRequest READ = Read.row(Guilds.TABLE, 5L);

    private final ScriptedProxies proxies = new ScriptedProxies(4);
    private final List<String> order = proxies.orderOf(PartitionKey.of(READ));
    private final StorageRouter router = over(proxies);

    @Test
    void readsOfAPartitionMeetAtItsHome() {
        read();
        read();

        assertThat(proxies.calls).containsExactly(order.getFirst(), order.getFirst());
    }

    @Test
    void aDeadHomeCostsOneCallAtTheNextNode() {
        proxies.failures.put(order.getFirst(), Status.UNAVAILABLE);

        assertThat(read()).isNull();
        assertThat(proxies.calls).containsExactly(order.get(0), order.get(1));
    }

    @Test
    void noThirdNodeIsTried() {
        order.forEach(node -> proxies.failures.put(node, Status.UNAVAILABLE));

        assertThat(CallFailure.of(read())).isEqualTo(CallFailure.UNREACHABLE);
        assertThat(proxies.calls).containsExactly(order.get(0), order.get(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "INTERNAL", "INVALID_ARGUMENT"})
    void whatTheHomeRefusedIsNotSpreadToOthers(Status.Code refusal) {
        proxies.failures.put(order.getFirst(), Status.fromCode(refusal));

        assertThat(Status.fromThrowable(read()).getCode()).isEqualTo(refusal);
        assertThat(proxies.calls).containsExactly(order.getFirst());
        proxies.calls.clear();
        proxies.failures.put(proxies.homeOf(change(5, 1)), Status.fromCode(refusal));
        assertThat(Status.fromThrowable(write(change(5, 1))).getCode()).isEqualTo(refusal);
        assertThat(proxies.calls).hasSize(1);
    }

    @Test
    void aNodeThatDrainsIsNotAsked() {
        proxies.discovery.replace(
                Role.STORAGE_PROXY,
                proxies.discovery.nodes(Role.STORAGE_PROXY).stream()
                        .map(node -> new Node(
                                node.id(), node.role(), "", "", node.id().equals(order.getFirst())))
                        .toList());
        read();

        assertThat(proxies.calls).containsExactly(order.get(1));
    }

    @Test
    void withoutANodeStorageIsUnreachable() {
        proxies.discovery.replace(Role.STORAGE_PROXY, List.of());

        assertThat(CallFailure.of(read())).isEqualTo(CallFailure.UNREACHABLE);
    }

    @Test
    void aBatchGoesToTheHomeOfItsFirstMutation() {
        for (long guild = 0; guild < 20; guild++) {
            write(change(guild, 1), change(guild + 1, 1));

            assertThat(proxies.calls.getLast()).isEqualTo(proxies.homeOf(change(guild, 1)));
        }
    }

    @Test
    void batchesHaveRisingTimestampsWithRoomForTheirMutations() {
        write(change(1, 1), change(2, 1), change(3, 1));
        write(change(1, 2));
        write(change(1, 3));

        List<Long> timestamps =
                proxies.writes.stream().map(WriteRequest::getTimestamp).toList();
        assertThat(timestamps.get(1)).isGreaterThanOrEqualTo(timestamps.get(0) + 3);
        assertThat(timestamps.get(2)).isGreaterThan(timestamps.get(1));
    }

    @Test
    void timestampsAreInTheOrderOfTheCallsWheneverTheBatchesLeave() {
        Uni<?> first = router.write(List.of(change(1, 1)), LONG);
        Uni<?> second = router.write(List.of(change(1, 2)), LONG);
        second.await().indefinitely();
        first.await().indefinitely();

        assertThat(proxies.writes.get(0).getTimestamp())
                .isGreaterThan(proxies.writes.get(1).getTimestamp());
    }

    @Test
    void aBatchThatIsRepeatedAtTheNextNodeIsTheSame() {
        proxies.fates.add(ScriptedProxies.Fate.LOSES_ANSWER);

        assertThat(write(change(5, 1))).isNull();
        assertThat(proxies.calls).hasSize(2).doesNotHaveDuplicates();
        assertThat(proxies.writes.get(1)).isEqualTo(proxies.writes.get(0));
    }

    @Test
    void theOnlyNodeIsNotAskedTwiceSinceTheRepetitionCouldOvertakeALaterBatch() {
        ScriptedProxies only = new ScriptedProxies(1);
        only.fates.add(ScriptedProxies.Fate.LOSES_ANSWER);

        assertThat(failure(over(only).write(List.of(change(5, 1)), LONG))).isNotNull();
        assertThat(only.writes).hasSize(1);
    }

    @Test
    void callsCarryWhatIsLeftOfTheDeadline() {
        proxies.failures.put(order.getFirst(), Status.UNAVAILABLE);
        read();

        assertThat(proxies.deadlines).hasSize(2).allMatch(left -> left.compareTo(LONG) <= 0 && left.isPositive());
    }

    @Test
    void aReadThatTakesTooLongFailsAsLateAndIsEnded() {
        proxies.silent = true;

        assertThat(CallFailure.of(failure(router.read(READ, Duration.ofMillis(20)))))
                .isEqualTo(CallFailure.LATE);
        assertThat(proxies.cancelled).isTrue();
        assertThat(proxies.calls).hasSize(1);
    }

    @Test
    void aCancelledReadIsEndedAtTheProxy() {
        proxies.silent = true;
        Cancellable read = router.read(READ, LONG).subscribe().with(reply -> {}, failure -> {});
        assertThat(proxies.calls).hasSize(1);

        read.cancel();

        assertThat(proxies.cancelled).isTrue();
    }

    private static StorageRouter over(ScriptedProxies proxies) {
        return new StorageRouter(proxies, proxies.discovery, new Timestamps(Clock.systemUTC()));
    }

    private Throwable read() {
        return failure(router.read(READ, LONG));
    }

    private Throwable write(Mutation... mutations) {
        return failure(router.write(List.of(mutations), LONG));
    }

    /** Null when there was an answer. */
    private static Throwable failure(Uni<?> call) {
        return catchThrowable(() -> call.await().indefinitely());
    }

    private static Mutation change(long guild, long owner) {
        return Write.to(Guilds.TABLE, guild).set(Guilds.OWNER_ID, owner).build();
    }
}
