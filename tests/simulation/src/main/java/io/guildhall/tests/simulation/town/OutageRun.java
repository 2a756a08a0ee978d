package io.guildhall.tests.simulation.town;

import io.guildhall.tests.simulation.Scenario;
import io.guildhall.tests.simulation.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A town that talks while the registry or the store is away for long. What was acknowledged just before comes to every session, or the session
 * hears in time that it is over.
 */
public final class OutageRun implements Scenario {
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration SHORT_OUTAGE = Duration.ofSeconds(60);
    /** So long that sessions begin in it whose people wait for what was said before. */
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(120);

    private static final Duration AFTERWARDS = Duration.ofSeconds(120);
    /** Between two words in one channel. */
    private static final int PAUSE_MILLIS = 400;

    private final Life life;
    private final List<Checks.Sent> acknowledged = new ArrayList<>();

    public OutageRun(Engine engine) {
        life = new Life(engine);
    }

    @Override
    public List<String> run() {
        Caller caller = life.begin();
        if (caller == null) {
            return List.of("the town could not be founded in peace");
        }
        planWords(caller);
        life.run(BEFORE);
        Duration outage = life.random().nextBoolean() ? SHORT_OUTAGE : LONG_OUTAGE;
        life.fleet().outage(outage);
        life.run(outage.plus(AFTERWARDS));
        life.lastWords(caller, channels());
        List<String> silences = new ArrayList<>(life.checks().silences(acknowledged));
        if (acknowledged.isEmpty()) {
            silences.add("nothing was said before the outage");
        }
        return life.violations(acknowledged, channels().size(), silences);
    }

    /** From now until a while after the outage has begun: what is said later waits for nobody. */
    private void planWords(Caller caller) {
        Duration end = BEFORE.plus(Duration.ofSeconds(12));
        for (Duration time = Duration.ZERO; time.compareTo(end) < 0; time = time.plusMillis(PAUSE_MILLIS)) {
            for (long channel : channels()) {
                life.engine().after(time, life.site().world(), () -> life.speak(caller, channel, acknowledged));
            }
        }
    }

    private List<Long> channels() {
        List<Long> channels = new ArrayList<>(life.town().privateChannels());
        channels.add(life.town().open());
        return channels;
    }
}
