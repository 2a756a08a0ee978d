package io.guildhall.storage.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.flight.Sharing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The rule that freshness rests on: whenever a node shares a partition, every other node that could acknowledge a write of
 * it would tell that node. Nodes join and leave at random times, and each hears of each change in its own time within the
 * settle time, in order. A node that leaves knows it first.
 */
class HomesPropertyTest {
    private static final long SETTLE = 100;
    private static final int CHANGES = 25;
    private static final List<PartitionKey> PARTITIONS =
            List.of(partition(1), partition(2), partition(3), partition(4));

    /** A node hears at a time of a change. */
    private record News(long at, Member member, List<Node> nodes) {}

    private static final class Member {
        private final Node node;
        private final Homes homes;
        private List<Node> known = List.of();
        private long lastHeard;

        Member(String id, long at) {
            node = new Node(id, Role.STORAGE_PROXY, "", "", false);
            homes = new Homes(id, Duration.ofNanos(SETTLE), at);
        }
    }

    @Property(tries = 1_000)
    void whoeverSharesAPartitionIsToldOfEveryWrite(@ForAll Random random) {
        assertThat(shared(random, SETTLE)).isNotNegative();
    }

    @Property(tries = 1)
    void thePropertyIsNotEmpty(@ForAll Random random) {
        long shared = 0;
        for (int history = 0; history < 50; history++) {
            shared += shared(random, SETTLE);
        }

        assertThat(shared).isPositive();
    }

    @Property(tries = 1)
    void newsThatTakeLongerThanTheSettleTimeWouldBreakIt(@ForAll Random random) {
        boolean broken = false;
        for (int history = 0; history < 2_000 && !broken; history++) {
            try {
                shared(random, 10 * SETTLE);
            } catch (AssertionError found) {
                broken = true;
            }
        }

        assertThat(broken).isTrue();
    }

    /** Plays one history; how often somebody shared something when it was looked at. */
    private static long shared(Random random, long longestLag) {
        Map<String, Member> alive = new HashMap<>();
        long shared = 0;
        long now = 0;
        List<News> history = history(random, longestLag);
        for (News news : history) {
            now = news.at();
            news.member().known = news.nodes();
            news.member().homes.changed(news.nodes(), now);
            if (news.nodes().isEmpty()) {
                alive.remove(news.member().node.id());
            } else {
                alive.put(news.member().node.id(), news.member());
            }
            shared += check(alive.values(), now) + check(alive.values(), now + random.nextLong(3));
        }
        return shared;
    }

    private static List<News> history(Random random, long longestLag) {
        List<News> history = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        long at = 0;
        for (int change = 0; change < CHANGES; change++) {
            at += random.nextLong(4 * SETTLE);
            if (members.size() > 1 && random.nextInt(3) == 0) {
                Member leaving = members.remove(random.nextInt(members.size()));
                at = Math.max(at, leaving.lastHeard);
                history.add(new News(at, leaving, List.of()));
            } else {
                members.add(new Member("node-" + change, at));
            }
            List<Node> nodes = members.stream().map(member -> member.node).toList();
            for (Member member : members) {
                boolean joins = member.lastHeard == 0;
                long heard = joins ? at : Math.max(member.lastHeard, at + random.nextLong(longestLag - 4));
                member.lastHeard = heard;
                history.add(new News(heard, member, nodes));
            }
        }
        history.sort(Comparator.comparingLong(News::at));
        return history;
    }

    private static long check(Iterable<Member> members, long at) {
        long shared = 0;
        for (PartitionKey partition : PARTITIONS) {
            for (Member reader : members) {
                if (reader.homes.period(partition, reader.known, at) == Sharing.ELSEWHERE) {
                    continue;
                }
                shared++;
                for (Member writer : members) {
                    assertThat(writer == reader
                                    || writer.homes
                                            .toTell(Set.of(partition), at)
                                            .containsKey(reader.node))
                            .as("%s tells %s", writer.node.id(), reader.node.id())
                            .isTrue();
                }
            }
        }
        return shared;
    }

    private static PartitionKey partition(long guild) {
        return PartitionKey.of(Read.row(Guilds.TABLE, guild));
    }
}
