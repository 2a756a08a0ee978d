package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochClaimTest {
    private static final ActorKey KEY = Keys.guild(5);
    private static final Duration TTL = Duration.ofSeconds(10);

    private final StoredRows storage = new StoredRows();
    private final LeasedDiscovery discovery = new LeasedDiscovery("self", TTL);
    private final Timestamps behind = new Timestamps(at(1_000));
    private final Timestamps ahead = new Timestamps(at(2_000));
    private final List<Fence> told = new ArrayList<>();
    private final List<Node> asked = new ArrayList<>();
    private Function<Command, Uni<Outcome>> lastOwner =
            command -> Uni.createFrom().failure(new IllegalStateException("unreachable"));
    private ClaimNotices notices = fence -> {
        told.add(fence);
        return Duration.ZERO;
    };
    private long now;
    private final EpochClaim claim =
            new EpochClaim(discovery, this::at, behind, fence -> notices.tell(fence), () -> now);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void theFirstOwnerTellsNobody() {
        assertThat(claim.claim(KEY, storage)).isEqualTo(1);
        assertThat(row().get(ActorEpochs.NODE)).isEqualTo("self");
        assertThat(row().get(ActorEpochs.ADDRESS)).isEqualTo("self.example:9000");
        assertThat(told).isEmpty();
    }

    @Test
    void theSameProcessGoesOnWithoutAskingAnybody() {
        claim.claim(KEY, storage);

        assertThat(claim.claim(KEY, storage)).isEqualTo(2);
        assertThat(told).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aNodeWhoseClockIsBehindWritesAboveTheLastOwner() {
        owned(7, "last");
        discovery.add("last");
        long written = ahead.reserve(3) + 2;
        EpochClaim other = new EpochClaim(discovery, node -> null, ahead);
        lastOwner = command -> Uni.createFrom().item(other.farewell(KEY));

        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(behind.reserve(1)).isGreaterThan(written);
        assertThat(told).as("an owner that let go writes nothing more").isEmpty();
    }

    @Test
    void aLastOwnerThatSaysNothingOfTimestampsIsFineToo() {
        owned(7, "last");
        discovery.add("last");
        lastOwner = releasing(200);

        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(behind.reserve(1)).isEqualTo(1_000_000_000);
    }

    @Test
    void anOwnerThatTheWatchDoesNotKnowIsAskedAtItsAddress() {
        owned(7, "last");
        lastOwner = releasing(200);

        claim.claim(KEY, storage);
        assertThat(asked).extracting(Node::id).containsExactly("last");
        assertThat(asked).extracting(Node::address).containsExactly("last.example:9000");
    }

    @Test
    void anotherProcessAtThatAddressDoesNotCount() {
        owned(7, "last");
        lastOwner = command -> Uni.createFrom().item(Outcomes.unavailable("Another process answers here."));

        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        assertThat(row().get(ActorEpochs.EPOCH)).isEqualTo(7);
    }

    @Test
    void anOwnerThatIsUnknownAndUnreachableCountsAsAliveUntilItsLeaseMustHaveEnded() {
        owned(7, "last");

        UnsettledOwnerException unsettled =
                catchThrowableOfType(UnsettledOwnerException.class, () -> claim.claim(KEY, storage));
        assertThat(unsettled.retryAfter()).isEqualTo(TTL);
        now += TTL.toNanos() - 1;
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        assertThat(row().get(ActorEpochs.EPOCH)).isEqualTo(7);

        now += 1;
        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(told).containsExactly(EpochClaim.fence(KEY, 8));
    }

    @Test
    void aChangeOfTheNodesBeginsThatTimeAnew() {
        owned(7, "last");
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        now += TTL.toNanos() - 1;
        discovery.add("third");
        discovery.remove("third");
        now += 1;

        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
    }

    @Test
    void aListedOwnerThatDoesNotAnswerGetsTwiceThatTime() {
        owned(7, "last");
        discovery.add("last");
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        now += 2 * TTL.toNanos() - 1;
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);

        now += 1;
        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
    }

    @Test
    void anOwnerThatWasSeenToLeaveIsDeadAndNotAsked() {
        owned(7, "last");
        discovery.left("last");

        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(asked).isEmpty();
        assertThat(told).containsExactly(EpochClaim.fence(KEY, 8));
    }

    @Test
    void afterADeadOwnerTimestampsBeginAheadOfTheClock() {
        owned(7, "last");
        discovery.left("last");
        claim.claim(KEY, storage);

        assertThat(behind.reserve(1)).isGreaterThan(1_001_000_000);
    }

    @Test
    void aClaimWhoseProxiesCouldNotBeToldIsFinishedByTheNextAttempt() {
        owned(7, "last");
        discovery.left("last");
        ClaimNotices reached = notices;
        notices = fence -> {
            throw new StorageUnavailable("no proxy, as this test wants");
        };
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(StorageUnavailable.class);
        assertThat(claim.farewell(KEY).getSuccess().getStatus()).isEqualTo(EpochClaim.UNFINISHED);

        notices = reached;
        assertThat(claim.claim(KEY, storage)).isEqualTo(9);
        assertThat(told).containsExactly(EpochClaim.fence(KEY, 9));
        assertThat(claim.farewell(KEY).getSuccess().getStatus()).isEqualTo(200);
    }

    @Test
    void whatAnUnfinishedClaimLeftIsSettledByWhoeverFollows() {
        owned(7, "last");
        discovery.add("last");
        lastOwner = releasing(EpochClaim.UNFINISHED);

        claim.claim(KEY, storage);
        assertThat(told).containsExactly(EpochClaim.fence(KEY, 8));
    }

    @Test
    void whenAnotherNodeIsFasterThereIsOneOwner() {
        owned(7, "last");
        discovery.add("last");
        lastOwner = command -> {
            storage.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                    .set(ActorEpochs.EPOCH, 8L)
                    .set(ActorEpochs.NODE, "third")
                    .build()));
            return releasing(200).apply(command);
        };

        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        assertThat(row().get(ActorEpochs.NODE)).isEqualTo("third");
    }

    @Test
    void aNodeThatLosesItsLeaseMeanwhileDoesNotClaim() {
        owned(7, "last");
        discovery.add("last");
        lastOwner = command -> {
            discovery.loseLease();
            return releasing(200).apply(command);
        };

        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        assertThat(row().get(ActorEpochs.EPOCH)).isEqualTo(7);
    }

    private GuildOwner at(Node node) {
        return new ScriptedOwner(command -> {
            asked.add(node);
            assertThat(command.getInternal().getBody().toStringUtf8()).isEqualTo(node.id());
            return lastOwner.apply(command);
        });
    }

    private void owned(long epoch, String node) {
        storage.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                .set(ActorEpochs.EPOCH, epoch)
                .set(ActorEpochs.NODE, node)
                .set(ActorEpochs.ADDRESS, node + ".example:9000")
                .build()));
    }

    private RowView row() {
        return storage.row(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                .orElseThrow();
    }

    private static Function<Command, Uni<Outcome>> releasing(int status) {
        return command -> Uni.createFrom().item(Outcomes.success(status, ByteString.EMPTY));
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
