package io.guildhall.tests.simulation.town;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.ActorKey;
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

/** A town on a fleet of nodes: how it begins, how its people talk, and what is asked of everybody in the end. */
final class Life {
    static final long MOST_STEPS = 3_000_000;
    /** Begins the nonce of a request that must be answered whole. */
    static final String LAST = "last";

    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration FIRST_CALL = Duration.ofSeconds(3);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final Engine engine;
    private final SplittableRandom random;
    private final Site site;
    private final Fleet fleet;
    private final Town town;
    private final List<Device> devices = new ArrayList<>();
    private final List<Checks.Sent> last = new ArrayList<>();
    private final Map<Long, Set<String>> shown = new HashMap<>();
    private int spoken;
    private int asked;

    Life(Engine engine) {
        this.engine = engine;
        random = engine.random().split();
        site = new Site(engine, 0, 0, Windows.drawn(random));
        fleet = new Fleet(site, random);
        town = new Town(site, 3 + random.nextInt(3));
    }

    /** Whole, with everybody connected; null when that could not be done in peace. */
    Caller begin() {
        fleet.startWhole();
        Caller caller = new Caller(fleet.clients().getFirst());
        boolean[] founded = new boolean[1];
        engine.after(FIRST_CALL, caller.process().machine(), () -> caller.process()
                .machine()
                .start(() -> {
                    town.found(caller);
                    founded[0] = true;
                }));
        run(QUIET);
        if (!founded[0]) {
            return null;
        }
        town.people().forEach(this::connect);
        run(QUIET);
        return caller;
    }

    private void connect(long person) {
        Machine machine = new Machine(engine, "device-" + devices.size(), Duration.ZERO);
        Device device = new Device(machine, person, fleet::gateways);
        devices.add(device);
        device.start();
    }

    void run(Duration time) {
        engine.run(time, MOST_STEPS);
    }

    void speak(Caller caller, long channel, List<Checks.Sent> heard) {
        String content = "word " + ++spoken;
        long begun = engine.now();
        int conversation = town.privateChannels().indexOf(channel);
        ActorKey actor = conversation < 0 ? town.guildActor() : Keys.privateChannel(channel);
        caller.ask(
                actor,
                "createMessage",
                town.people().getFirst(),
                Map.of("channel_id", channel),
                "{\"content\":\"" + content + "\"}",
                message -> heard.add(new Checks.Sent(
                        Long.toString(channel), message.path("id").asLong(), content, begun, engine.now())));
    }

    /** Each channel takes one more message, and everybody says what they see. */
    void lastWords(Caller caller, List<Long> channels) {
        for (long channel : channels) {
            speak(caller, channel, last);
        }
        for (Device device : devices) {
            device.askForMembers(town.guild(), nonce(LAST));
            list(caller, device.user());
        }
        run(LAST_WORDS);
    }

    /** What the person sees by now, as REST tells it. */
    private void list(Caller caller, long person) {
        caller.ask(town.guildActor(), "listChannels", person, Map.of("guild_id", town.guild()), "", channels -> {
            Set<String> ids = new HashSet<>();
            channels.forEach(channel -> ids.add(channel.path("id").asText()));
            shown.put(person, ids);
        });
    }

    String nonce(String beginning) {
        return beginning + ++asked;
    }

    /** What must hold after every run: begun by what this kind of run has found. */
    List<String> violations(List<Checks.Sent> acknowledged, int channels, List<String> own) {
        List<String> violations = new ArrayList<>(checks().violations(acknowledged, last));
        violations.addAll(own);
        violations.addAll(site.acknowledgements().violations());
        violations.addAll(fleet.waiting());
        if (last.size() < channels) {
            violations.add("some channel takes no message although nothing has troubled it for long");
        }
        return violations;
    }

    Checks checks() {
        return new Checks(town, devices, shown);
    }

    Engine engine() {
        return engine;
    }

    SplittableRandom random() {
        return random;
    }

    Site site() {
        return site;
    }

    Fleet fleet() {
        return fleet;
    }

    Town town() {
        return town;
    }

    List<Device> devices() {
        return devices;
    }
}
