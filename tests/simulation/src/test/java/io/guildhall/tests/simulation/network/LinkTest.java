package io.guildhall.tests.simulation.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes of a connection that breaks, over many seeds. */
class LinkTest {
    private static final int SEEDS = 200;
    private static final long MOST_STEPS = 1_000;

    @Test
    void whatWasUnderWayIsGoneOrComesLateAndThenItsEndIsTold() {
        Set<List<String>> seen = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            seen.add(afterABreak(seed));
        }

        assertThat(seen)
                .contains(List.of("broken", "new"), List.of("new", "old 1", "broken"))
                .anySatisfy(order -> assertThat(order).endsWith("old 1", "old 2", "broken"))
                .allSatisfy(order -> assertThat(order)
                        .contains("broken", "new")
                        .doesNotHaveDuplicates()
                        .filteredOn(step -> !step.equals("new"))
                        .isIn(List.of("broken"), List.of("old 1", "broken"), List.of("old 1", "old 2", "broken")));
    }

    /** What the server hears, in order. */
    private static List<String> afterABreak(long seed) {
        Engine engine = new Engine(seed, Watcher.NOBODY);
        Machine world = new Machine(engine, "world", Duration.ZERO);
        Machine client = new Machine(engine, "client", Duration.ZERO);
        Machine server = new Machine(engine, "server", Duration.ZERO);
        Network network = new Network(engine, world, 0);
        Link link = new Link(network, client, server, network.path(client, server));
        List<String> heard = new ArrayList<>();
        link.begin(new Heard(heard));
        link.toServer(() -> heard.add("old 1"));
        link.toServer(() -> heard.add("old 2"));
        link.breakUp();
        link.toServer(() -> heard.add("new"));
        engine.run(Duration.ofSeconds(30), MOST_STEPS);
        return heard;
    }

    /** A call that was under way. */
    private record Heard(List<String> heard) implements Call {
        @Override
        public void brokenAtClient() {}

        @Override
        public void brokenAtServer() {
            heard.add("broken");
        }
    }
}
