package io.guildhall.tests.simulation.town;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.tests.simulation.Scenario;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.gateway.Device;
import io.guildhall.tests.simulation.world.Fleet;
import io.guildhall.tests.simulation.world.Site;
import io.guildhall.tests.simulation.world.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A town that talks, on every kind of node, while whatever can go wrong does. */
public final class TownRun implements Scenario {
    private static final Duration QUIET_START = Duration.ofSeconds(20);
    private static final int TROUBLED_SECONDS = 60;
    private static final Duration QUIET_END = Duration.ofSeconds(120);
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);
    /** Longer than a heartbeat. */
    private static final int LONGEST_PAUSE_MILLIS = 30_000;

    private static final int CROWD = 24;
    /** Of nobody who sends anything on, in otherwise quiet times, and between two words then. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int BETWEEN_WORDS_MILLIS = 200;
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    private static final long MOST_STEPS = 3_000_000;
    /** Begins the nonce of a request that must be answered whole. */
    static final String LAST = "last";

    private final Site site;
    private final Engine engine;
    private final SplittableRandom random;
    private final Fleet fleet;
    private final Town town;
    private final List<Device> devices = new ArrayList<>();
    private final List<Checks.Sent> acknowledged = new ArrayList<>();
    private final List<Checks.Sent> last = new ArrayList<>();
    private final Map<Long, Set<String>> shown = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private int spoken;
    private int asked;

    public TownRun(Engine engine) {
        this.engine = engine;
        random = engine.random().split();
        site = new Site(engine, 0, 0, Windows.drawn(random));
        fleet = new Fleet(site, random);
        town = new Town(site, 3 + random.nextInt(3));
    }

    @Override
    public List<String> run() {
        fleet.startWhole();
        Caller caller = new Caller(fleet.clients().getFirst());
        boolean[] founded = new boolean[1];
        engine.after(Duration.ofSeconds(3), caller.process().machine(), () -> caller.process()
                .machine()
                .start(() -> {
                    town.found(caller);
                    founded[0] = true;
                }));
        engine.run(QUIET_START, MOST_STEPS);
        if (!founded[0]) {
            return List.of("the town could not be founded in peace");
        }
        town.people().forEach(this::connect);
        engine.run(QUIET_START, MOST_STEPS);
        fleet.planTroubles(TROUBLED_SECONDS);
        planWork();
        engine.run(Duration.ofSeconds(TROUBLED_SECONDS), MOST_STEPS);
        fleet.calm();
        engine.run(QUIET_END, MOST_STEPS);
        missMuch(caller);
        List<Checks.Sent> before = List.copyOf(acknowledged);
        lookAtEnds(caller);
        engine.run(QUESTION, MOST_STEPS);
        for (long channel : channels()) {
            speak(caller, channel, last);
        }
        for (Device device : devices) {
            device.askForMembers(town.guild(), LAST + ++asked);
            list(caller, device.user());
        }
        engine.run(LAST_WORDS, MOST_STEPS);
        Checks checks = new Checks(town, devices, shown);
        List<String> violations = checks.violations(acknowledged, last);
        violations.addAll(checks.forgotten(before, ends));
        violations.addAll(site.acknowledgements().violations());
        violations.addAll(fleet.waiting());
        violations.addAll(fleet.overfull());
        if (fleet.slowGateways() > 0) {
            violations.add("a gateway node was given up as too slow although nothing had troubled it for long");
        }
        if (last.size() < channels().size()) {
            violations.add("some channel takes no message although nothing has troubled it for long");
        }
        return violations;
    }

    private void connect(long person) {
        Machine machine = new Machine(engine, "device-" + devices.size(), Duration.ZERO);
        Device device = new Device(machine, person, fleet::gateways);
        devices.add(device);
        device.start();
    }

    private void planWork() {
        List<Long> channels = channels();
        int works = 20 + random.nextInt(40);
        for (int work = 0; work < works; work++) {
            Caller caller = new Caller(fleet.pick(fleet.clients()));
            long channel = fleet.pick(channels);
            fleet.sometime(TROUBLED_SECONDS, () -> speak(caller, channel, acknowledged));
        }
        for (int change = random.nextInt(12); change > 0; change--) {
            Caller caller = new Caller(fleet.pick(fleet.clients()));
            fleet.sometime(TROUBLED_SECONDS, () -> town.change(caller, random));
        }
        for (int request = random.nextInt(6); request > 0; request--) {
            String nonce = "some" + ++asked;
            fleet.sometime(TROUBLED_SECONDS, () -> fleet.pick(devices).askForMembers(town.guild(), nonce));
        }
        for (int loss = random.nextInt(3); loss > 0; loss--) {
            fleet.sometime(TROUBLED_SECONDS, () -> fleet.pick(devices).loseConnection());
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
                    fleet.pick(devices).stopReading(pause);
                } else {
                    fleet.pick(fleet.gateways()).process().machine().stand(pause);
                }
                for (int word = 0; word < CROWD; word++) {
                    speak(caller, town.open(), acknowledged);
                }
            });
        }
    }

    /** All sessions miss many words at once, and nothing else troubles anybody. */
    private void missMuch(Caller caller) {
        fleet.loseRelays(SILENCE);
        for (int word = 0; word < CROWD; word++) {
            engine.after(
                    Duration.ofMillis((long) BETWEEN_WORDS_MILLIS * word),
                    site.world(),
                    () -> speak(caller, town.open(), acknowledged));
        }
        engine.run(CAUGHT_UP, MOST_STEPS);
    }

    private List<Long> channels() {
        List<Long> channels = new ArrayList<>(town.privateChannels());
        channels.add(town.open());
        channels.add(town.closed());
        return channels;
    }

    /** What the person sees by now, as REST tells it. */
    private void list(Caller caller, long person) {
        caller.ask(town.guildActor(), "listChannels", person, Map.of("guild_id", town.guild()), "", channels -> {
            Set<String> ids = new HashSet<>();
            channels.forEach(channel -> ids.add(channel.path("id").asText()));
            shown.put(person, ids);
        });
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

    private void speak(Caller caller, long channel, List<Checks.Sent> heard) {
        String content = "word " + ++spoken;
        long asked = engine.now();
        int conversation = town.privateChannels().indexOf(channel);
        ActorKey actor = conversation < 0 ? town.guildActor() : Keys.privateChannel(channel);
        caller.ask(
                actor,
                "createMessage",
                town.people().getFirst(),
                Map.of("channel_id", channel),
                "{\"content\":\"" + content + "\"}",
                message -> heard.add(new Checks.Sent(
                        Long.toString(channel), message.path("id").asLong(), content, asked, engine.now())));
    }
}
