package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What claims remember does not grow with the actors that were ever asked for. */
class ClaimBoundsTest {
    private static final Duration LEASE = Duration.ofSeconds(10);

    @Test
    void beyondSoManyUnfinishedClaimsEveryActorCountsAsOne() {
        UnfinishedClaims unfinished = new UnfinishedClaims();
        for (int actor = 1; actor <= UnfinishedClaims.MOST; actor++) {
            assertThat(unfinished.add(Keys.guild(actor))).isTrue();
        }
        assertThat(unfinished.contains(Keys.guild(0))).isFalse();
        assertThat(unfinished.add(Keys.guild(1))).isFalse();

        assertThat(unfinished.add(Keys.guild(0))).isFalse();

        assertThat(unfinished.size()).isZero();
        assertThat(unfinished.contains(Keys.guild(1))).isTrue();
        unfinished.remove(Keys.guild(1));
        assertThat(unfinished.contains(Keys.guild(1))).isTrue();
    }

    @Test
    void doubtsOfActorsForWhomNobodyAsksAgainAreForgotten() {
        AtomicLong nanos = new AtomicLong();
        LeasedDiscovery discovery = new LeasedDiscovery("self", LEASE);
        Doubts doubts = new Doubts(discovery, nanos::get);
        int most = 0;
        for (int actor = 1; actor <= 100_000; actor++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            doubts.left(Keys.guild(actor), lastOwner(discovery), 7);
            most = Math.max(most, doubts.size());
        }
        assertThat(most).isLessThan(2_000);
    }

    @Test
    void whoAsksAgainSoonIsNotMadeToWaitAnew() {
        AtomicLong nanos = new AtomicLong();
        LeasedDiscovery discovery = new LeasedDiscovery("self", LEASE);
        Doubts doubts = new Doubts(discovery, nanos::get);
        ActorKey asked = Keys.guild(0);
        doubts.left(asked, lastOwner(discovery), 7);
        nanos.addAndGet(LEASE.multipliedBy(3).toNanos());
        for (int actor = 1; actor <= 10_000; actor++) {
            doubts.left(Keys.guild(actor), lastOwner(discovery), 7);
        }
        assertThat(doubts.left(asked, lastOwner(discovery), 7)).isNegative();
    }

    private static LastOwner lastOwner(LeasedDiscovery discovery) {
        Row.Builder row = Row.newBuilder();
        ActorEpochs.TABLE.columns().forEach(column -> row.addValues(Value.getDefaultInstance()));
        row.setValues(ActorEpochs.TABLE.indexOf(ActorEpochs.NODE), ActorEpochs.NODE.toValue("last"));
        return LastOwner.of(new RowView(ActorEpochs.TABLE, row.build()), discovery);
    }
}
