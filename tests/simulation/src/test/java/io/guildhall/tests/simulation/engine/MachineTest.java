package io.guildhall.tests.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times are of the virtual clock. */
class MachineTest {
    private static final long MOST_STEPS = 1_000;

    private final Engine engine = new Engine(1, Watcher.NOBODY);
    private final Machine world = new Machine(engine, "world", Duration.ZERO);
    private final Machine machine = new Machine(engine, "machine", Duration.ZERO);
    private final List<String> done = new ArrayList<>();

    @Test
    void whatAMachineMissedHappensInOrderWhenItGoesOn() {
        machine.stand(seconds(2));
        at(1, "first");
        at(3, "second");

        engine.run(seconds(1), MOST_STEPS);
        assertThat(done).isEmpty();

        engine.run(seconds(9), MOST_STEPS);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whatItMissedIsNotForgottenWhenItStandsForLonger() {
        machine.stand(seconds(2));
        at(1, "first");
        engine.after(Duration.ofMillis(1_500), world, () -> machine.stand(seconds(4)));
        at(3, "second");

        engine.run(seconds(5), MOST_STEPS);
        assertThat(done).isEmpty();

        engine.run(seconds(5), MOST_STEPS);
        assertThat(done).containsExactly("first", "second");
    }

    private void at(int second, String what) {
        engine.after(seconds(second), machine, () -> done.add(what));
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
