package io.guildhall.storage.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.flight.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HomesTest {
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final long SETTLED = SETTLE.toNanos() + 1;
    private static final Node SELF = node("self");
    private static final Node OTHER = node("other");
    private static final Node THIRD = node("third");
    private static final List<Node> TWO = List.of(OTHER, SELF);
    private static final List<Node> THREE = List.of(OTHER, SELF, THIRD);

    private final Homes homes = new Homes(SELF.id(), SETTLE, 0);

    @Test
    void aPartitionIsSharedAtItsHomeOnly() {
        homes.changed(TWO, 0);

        assertThat(homes.period(homeOf(SELF, TWO), TWO, SETTLED)).isPositive();
        assertThat(homes.period(homeOf(OTHER, TWO), TWO, SETTLED)).isEqualTo(Sharing.ELSEWHERE);
    }

    @Test
    void nothingIsSharedUntilTheFirstViewHasSettled() {
        homes.changed(TWO, 0);

        assertThat(homes.period(homeOf(SELF, TWO), TWO, SETTLE.toNanos() - 1)).isEqualTo(Sharing.ELSEWHERE);
    }

    @Test
    void whatMovesHereIsSharedOnceTheChangeHasSettled() {
        PartitionKey moving = moving(THIRD, THREE, SELF, TWO);
        homes.changed(THREE, 0);
        homes.changed(TWO, SETTLED);

        assertThat(homes.period(moving, TWO, SETTLED + 1)).isEqualTo(Sharing.ELSEWHERE);
        assertThat(homes.period(moving, TWO, 2 * SETTLED)).isPositive();
    }

    @Test
    void whatStaysHereIsSharedThroughAChangeButInANewPeriod() {
        PartitionKey staying = moving(SELF, THREE, SELF, TWO);
        homes.changed(TWO, 0);
        long before = homes.period(staying, TWO, SETTLED);
        homes.changed(THREE, SETTLED);

        assertThat(homes.period(staying, THREE, SETTLED + 1)).isPositive().isNotEqualTo(before);
    }

    @Test
    void whatMovesAwayIsSharedNoMore() {
        PartitionKey moving = moving(SELF, TWO, THIRD, THREE);
        homes.changed(TWO, 0);
        homes.changed(THREE, SETTLED);

        assertThat(homes.period(moving, THREE, SETTLED + 1)).isEqualTo(Sharing.ELSEWHERE);
    }

    @Test
    void whileThisNodeDoesNotKnowWhatDiscoveryKnowsNothingIsShared() {
        homes.changed(TWO, 0);

        assertThat(homes.period(homeOf(SELF, TWO), List.of(), SETTLED)).isEqualTo(Sharing.ELSEWHERE);
        assertThat(homes.period(homeOf(SELF, TWO), THREE, SETTLED)).isEqualTo(Sharing.ELSEWHERE);
    }

    @Test
    void aWriterTellsTheHome() {
        homes.changed(TWO, 0);
        PartitionKey partition = homeOf(OTHER, TWO);

        assertThat(homes.toTell(Set.of(partition), SETTLED)).containsOnlyKeys(OTHER);
        assertThat(homes.toTell(Set.of(homeOf(SELF, TWO)), SETTLED)).isEmpty();
    }

    @Test
    void aWriterTellsThePreviousHomeUntilTheChangeHasSettled() {
        PartitionKey moving = moving(OTHER, TWO, THIRD, THREE);
        homes.changed(TWO, 0);
        homes.changed(THREE, SETTLED);

        assertThat(homes.toTell(Set.of(moving), SETTLED + 1)).containsOnlyKeys(OTHER, THIRD);
        assertThat(homes.toTell(Set.of(moving), 2 * SETTLED)).containsOnlyKeys(THIRD);
    }

    @Test
    void aNodeThatDrainsIsToldUntilTheChangeHasSettled() {
        Node draining = new Node(OTHER.id(), Role.STORAGE_PROXY, "", "", true);
        homes.changed(TWO, 0);
        homes.changed(List.of(draining, SELF), SETTLED);

        assertThat(homes.toTell(Set.of(homeOf(OTHER, TWO)), SETTLED + 1)).containsOnlyKeys(draining);
    }

    @Test
    void aNodeThatLeftIsNotTold() {
        homes.changed(TWO, 0);
        homes.changed(List.of(SELF), SETTLED);

        assertThat(homes.toTell(Set.of(homeOf(OTHER, TWO)), SETTLED + 1)).isEmpty();
    }

    @Test
    void aWriterThatKnowsNoHistoryTellsEverybody() {
        homes.changed(THREE, 0);

        assertThat(homes.toTell(Set.of(homeOf(SELF, THREE)), 1)).containsOnlyKeys(OTHER, THIRD);
    }

    @Test
    void afterTooManyChangesNothingIsSharedAndEverybodyIsTold() {
        homes.changed(THREE, 0);
        for (int change = 0; change < 20; change++) {
            homes.changed(change % 2 == 0 ? TWO : THREE, SETTLED + change);
        }
        PartitionKey own = moving(SELF, THREE, SELF, TWO);

        assertThat(homes.period(own, THREE, SETTLED + 30)).isEqualTo(Sharing.ELSEWHERE);
        assertThat(homes.toTell(Set.of(own), SETTLED + 30)).containsOnlyKeys(OTHER, THIRD);
    }

    private static PartitionKey homeOf(Node home, List<Node> nodes) {
        return moving(home, nodes, home, nodes);
    }

    /** A partition whose home is one node of one view and another of another. */
    private static PartitionKey moving(Node from, List<Node> before, Node to, List<Node> after) {
        return LongStream.range(0, 10_000)
                .mapToObj(guild -> PartitionKey.of(Read.row(Guilds.TABLE, guild)))
                .filter(key -> Ring.choose(before, key.ringKey()).orElseThrow().equals(from))
                .filter(key -> Ring.choose(after, key.ringKey()).orElseThrow().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static Node node(String id) {
        return new Node(id, Role.STORAGE_PROXY, "", "", false);
    }
}
