package io.guildhall.tests.simulation.town;

import io.guildhall.tests.simulation.Scenario;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.world.Fleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A town that talks, on every kind of node, while whatever can go wrong does. */
public final class TownRun implements Scenario {
    private static final int TROUBLED_SECONDS = 60;
    private static final Duration QUIET_END = Duration.ofSeconds(120);
    private static final Duration QUESTION = Duration.ofSeconds(10);
    /** Longer than a heartbeat. */
    private static final int LONGEST_PAUSE_MILLIS = 30_000;

    private static final int CROWD = 24;
    /** Of nobody who sends anything on, in otherwise quiet times, and between two words then. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int BETWEEN_WORDS_MILLIS = 200;
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    private final Life life;
    private final Fleet fleet;
    private final Town town;
    private final SplittableRandom random;
    private final List<Checks.Sent> acknowledged = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();

    public TownRun(Engine engine) {
        life = new Life(engine);
        fleet = life.fleet();
        town = life.town();
        random = life.random();
    }

    @Override
    public List<String> run() {
        Caller caller = life.begin();
        if (caller == null) {
            return List.of("the town could not be founded in peace");
        }
        fleet.planTroubles(TROUBLED_SECONDS);
        planWork();
        life.run(Duration.ofSeconds(TROUBLED_SECONDS));
        fleet.calm();
        life.run(QUIET_END);
        missMuch(caller);
        List<Checks.Sent> before = List.copyOf(acknowledged);
        lookAtEnds(caller);
        life.run(QUESTION);
        life.lastWords(caller, channels());
        List<String> own = new ArrayList<>(life.checks().forgotten(before, ends));
        own.addAll(fleet.overfull());
        if (fleet.slowGateways() > 0) {
            own.add("a gateway node was given up as too slow although nothing had troubled it for long");
        }
        return life.violations(acknowledged, channels().size(), own);
    }

    private void planWork() {
        List<Long> channels = channels();
        int works = 20 + random.nextInt(40);
        for (int work = 0; work < works; work++) {
            Caller caller = new Caller(fleet.pick(fleet.clients()));
            long channel = fleet.pick(channels);
            fleet.sometime(TROUBLED_SECONDS, () -> life.speak(caller, channel, acknowledged));
        }
        for (int change = random.nextInt(12); change > 0; change--) {
            Caller caller = new Caller(fleet.pick(fleet.clients()));
            fleet.sometime(TROUBLED_SECONDS, () -> town.change(caller, random));
        }
        for (int request = random.nextInt(6); request > 0; request--) {
            String nonce = life.nonce("some");
            fleet.sometime(TROUBLED_SECONDS, () -> fleet.pick(life.devices()).askForMembers(town.guild(), nonce));
        }
        for (int loss = random.nextInt(3); loss > 0; loss--) {
            fleet.sometime(TROUBLED_SECONDS, () -> fleet.pick(life.devices()).loseConnection());
        }
        planCrowds();
    }

    /** Somebody takes nothing in for a while, a client or a gateway node, just when much is said. */
    private void planCrowds() {
        for (int crowd = random.nextInt(3); crowd > 0; crowd--) {
            Duration pause = Duration.ofMillis(1 + random.nextInt(LONGEST_PAUSE_MILLIS));
            boolean client = random.nextBoolean();
            Caller caller = new Caller(fleet.pick(fleet.clients()));
            fleet.sometime(TROUBLED_SECONDS, () -> {
                if (client) {
                    fleet.pick(life.devices()).stopReading(pause);
                } else {
                    fleet.pick(fleet.gateways()).process().machine().stand(pause);
                }
                for (int word = 0; word < CROWD; word++) {
                    life.speak(caller, town.open(), acknowledged);
                }
            });
        }
    }

    /** All sessions miss many words at once, and nothing else troubles anybody. */
    private void missMuch(Caller caller) {
        fleet.loseRelays(SILENCE);
        for (int word = 0; word < CROWD; word++) {
            life.engine()
                    .after(
                            Duration.ofMillis((long) BETWEEN_WORDS_MILLIS * word),
                            life.site().world(),
                            () -> life.speak(caller, town.open(), acknowledged));
        }
        life.run(CAUGHT_UP);
    }

    private List<Long> channels() {
        List<Long> channels = new ArrayList<>(town.privateChannels());
        channels.add(town.open());
        channels.add(town.closed());
        return channels;
    }

    /** The last message of each of the guild's channels, as its owner has it by now. */
    private void lookAtEnds(Caller caller) {
        long person = town.people().getFirst();
        caller.ask(
                town.guildActor(),
                "listChannels",
                person,
                Map.of("guild_id", town.guild()),
                "",
                channels -> channels.forEach(channel -> ends.put(
                        channel.path("id").asText(),
                        channel.path("last_message_id").asLong())));
    }
}
