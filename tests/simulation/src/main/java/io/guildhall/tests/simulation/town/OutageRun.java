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

/**
 * A town that talks while the registry or the store is away for long. What was acknowledged just before comes to every session, or the session
 * hears in time that it is over.
 */
public final class OutageRun implements Scenario {
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofSeconds(120);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);
    /** Between two words in one channel. */
    private static final int PAUSE_MILLIS = 400;

    private static final long MOST_STEPS = 3_000_000;

    private final Site site;
    private final Engine engine;
    private final Fleet fleet;
    private final Town town;
    private final List<Device> devices = new ArrayList<>();
    private final List<Checks.Sent> acknowledged = new ArrayList<>();
    private final List<Checks.Sent> last = new ArrayList<>();
    private final Map<Long, Set<String>> shown = new HashMap<>();
    private int spoken;

    public OutageRun(Engine engine) {
        this.engine = engine;
        SplittableRandom random = engine.random().split();
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
        engine.run(QUIET, MOST_STEPS);
        if (!founded[0]) {
            return List.of("the town could not be founded in peace");
        }
        town.people().forEach(this::connect);
        engine.run(QUIET, MOST_STEPS);
        planWords(caller);
        engine.run(BEFORE, MOST_STEPS);
        fleet.outage(OUTAGE);
        engine.run(OUTAGE.plus(AFTERWARDS), MOST_STEPS);
        for (long channel : channels()) {
            speak(caller, channel, last);
        }
        for (Device device : devices) {
            device.askForMembers(town.guild(), TownRun.LAST + device.user());
            list(caller, device.user());
        }
        engine.run(LAST_WORDS, MOST_STEPS);
        Checks checks = new Checks(town, devices, shown);
        List<String> violations = checks.violations(acknowledged, last);
        violations.addAll(checks.silences(acknowledged));
        violations.addAll(site.acknowledgements().violations());
        violations.addAll(fleet.waiting());
        if (acknowledged.isEmpty() || last.size() < channels().size()) {
            violations.add("some channel takes no message although nothing has troubled it for long");
        }
        return violations;
    }

    /** From now until a while after the outage has begun: what is said later waits for nobody. */
    private void planWords(Caller caller) {
        Duration end = BEFORE.plus(Duration.ofSeconds(12));
        for (Duration time = Duration.ZERO; time.compareTo(end) < 0; time = time.plusMillis(PAUSE_MILLIS)) {
            for (long channel : channels()) {
                engine.after(time, site.world(), () -> speak(caller, channel, acknowledged));
            }
        }
    }

    private void connect(long person) {
        Machine machine = new Machine(engine, "device-" + devices.size(), Duration.ZERO);
        Device device = new Device(machine, person, fleet::gateways);
        devices.add(device);
        device.start();
    }

    private List<Long> channels() {
        List<Long> channels = new ArrayList<>(town.privateChannels());
        channels.add(town.open());
        return channels;
    }

    private void list(Caller caller, long person) {
        caller.ask(town.guildActor(), "listChannels", person, Map.of("guild_id", town.guild()), "", channels -> {
            Set<String> ids = new HashSet<>();
            channels.forEach(channel -> ids.add(channel.path("id").asText()));
            shown.put(person, ids);
        });
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
