package io.guildhall.tests.simulation.world;

import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.guild.GuildNode;
import io.guildhall.relay.RelayService;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.gateway.GatewayMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** All nodes of a cluster, and what happens to them. */
public final class Fleet {
    /**
     * Bytes of frames that belong together and are sent although they do not fit, when nothing else is under way: a join with all that a town
     * says in a run.
     */
    private static final long LARGEST_ALONE = 131_072;

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Site site;
    private final Engine engine;
    private final SplittableRandom random;
    private final List<Process> guilds = new ArrayList<>();
    private final List<Process> proxies = new ArrayList<>();
    private final List<Process> relays = new ArrayList<>();
    private final List<Process> clients = new ArrayList<>();
    private final List<GatewayMachine> gateways = new ArrayList<>();
    private final Set<String> overfull = new TreeSet<>();

    public Fleet(Site site, SplittableRandom random) {
        this.site = site;
        this.engine = site.engine();
        this.random = random;
    }

    /** Starts some of each kind. */
    public void startWhole() {
        start(proxies, 1 + random.nextInt(2), () -> Nodes.storage(site));
        start(guilds, 2 + random.nextInt(2), () -> Nodes.guild(site));
        start(relays, 2, () -> Nodes.relay(site));
        start(clients, 2, () -> Nodes.client(site));
        for (int index = 0; index < 2; index++) {
            gateways.add(GatewayMachine.start(site));
        }
        lookAtWindows();
    }

    public List<GatewayMachine> gateways() {
        return gateways;
    }

    /** What still waits anywhere for others, although nothing has troubled anybody for long. */
    public List<String> waiting() {
        return guilds.stream()
                .filter(guild -> !guild.beans().get(GuildNode.class).waiting().equals(GuildNode.Waiting.NOTHING))
                .map(guild -> guild.machine().name() + " holds "
                        + guild.beans().get(GuildNode.class).waiting())
                .toList();
    }

    /** Which nodes ever held more for another, or for a session, than their window allows. */
    public Set<String> overfull() {
        return overfull;
    }

    /** How many gateway nodes the present relays gave up as too slow. */
    public int slowGateways() {
        return relays.stream()
                .mapToInt(relay -> relay.beans().get(RelayService.class).slowGateways())
                .sum();
    }

    /** Nobody sends anything on for so long: the relays die, and then others come, who hear of all that was missed at once. */
    public void loseRelays(Duration pause) {
        List<Process> dying = List.copyOf(relays);
        relays.clear();
        dying.forEach(relay -> {
            relay.machine().kill();
            site.network().died(relay.machine());
        });
        engine.after(pause, site.world(), () -> start(relays, dying.size(), () -> Nodes.relay(site)));
    }

    private void lookAtWindows() {
        Windows windows = site.windows();
        look(guilds, GuildNode.class, GuildNode::fullestRelay, Math.max(windows.toRelay(), LARGEST_ALONE), "a relay");
        look(relays, RelayService.class, RelayService::fullestGateway, windows.bytesToGateway(), "a gateway node");
        look(
                gateways.stream().map(GatewayMachine::process).toList(),
                SessionRegistry.class,
                registry -> registry.lanes().fullest(),
                windows.ofSession(),
                "a session");
        engine.after(LOOK_EVERY, site.world(), this::lookAtWindows);
    }

    private <B> void look(List<Process> kind, Class<B> bean, ToLongFunction<B> held, long most, String whom) {
        for (Process process : kind) {
            process.beans()
                    .made(bean)
                    .map(held::applyAsLong)
                    .filter(bytes -> bytes > most)
                    .ifPresent(bytes -> overfull.add(process.machine().name() + " held more than the " + most
                            + " bytes that it may for " + whom));
        }
    }

    public List<Process> clients() {
        return clients;
    }

    /** Some troubles at some times within so many seconds from now. */
    public void planTroubles(int seconds) {
        int troubles = random.nextInt(6);
        for (int trouble = 0; trouble < troubles; trouble++) {
            sometime(seconds, this::trouble);
        }
    }

    /** Nothing more happens. */
    public void calm() {
        site.network().calm();
        site.weather().calm();
    }

    /** At some time within so many seconds from now. */
    public void sometime(int seconds, Runnable action) {
        engine.after(Duration.ofMillis(random.nextInt(seconds * 1_000)), site.world(), action);
    }

    public <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void trouble() {
        switch (random.nextInt(14)) {
            case 0 -> replace(guilds, () -> Nodes.guild(site));
            case 1 -> replace(relays, () -> Nodes.relay(site));
            case 2 -> replace(proxies, () -> Nodes.storage(site));
            case 3 -> {
                GatewayMachine dying = gateways.remove(random.nextInt(gateways.size()));
                dying.kill();
                gateways.add(GatewayMachine.start(site));
            }
            case 4 -> pick(nodes()).machine().stand(upTo(30));
            case 5 -> site.network().path(machine(), machine()).cut(upTo(25));
            case 6 -> site.network().resetOne();
            case 7 -> pick(nodes()).discovery().lag(upTo(20), upTo(30));
            case 8 -> site.weather().slow(upTo(3), upTo(20));
            case 9 -> leave(guilds, () -> Nodes.guild(site));
            case 10 -> leave(relays, () -> Nodes.relay(site));
            case 11 -> {
                gateways.add(GatewayMachine.start(site));
                gateways.remove(random.nextInt(gateways.size() - 1)).leave();
            }
            case 12 -> site.registry().stand(upTo(30));
            default -> start(guilds, 1, () -> Nodes.guild(site));
        }
    }

    /**
     * What all nodes stand on is away for so long: the registry stands still, or the store does, or nobody reaches the store, or no owner
     * reaches another.
     */
    public void outage(Duration time) {
        switch (random.nextInt(4)) {
            case 0 -> site.registry().stand(time);
            case 1 -> site.weather().stand(time);
            case 2 -> site.weather().away(time);
            default -> partOwners(time);
        }
    }

    private void partOwners(Duration time) {
        for (int one = 0; one < guilds.size(); one++) {
            for (Process other : guilds.subList(one + 1, guilds.size())) {
                site.network().path(guilds.get(one).machine(), other.machine()).cut(time);
            }
        }
    }

    private Machine machine() {
        return pick(nodes()).machine();
    }

    private List<Process> nodes() {
        List<Process> nodes = new ArrayList<>(guilds);
        nodes.addAll(proxies);
        nodes.addAll(relays);
        gateways.forEach(gateway -> nodes.add(gateway.process()));
        return nodes;
    }

    private void replace(List<Process> kind, Supplier<Process> next) {
        Machine dying = kind.remove(random.nextInt(kind.size())).machine();
        dying.kill();
        site.network().died(dying);
        if (kind.isEmpty() || random.nextBoolean()) {
            kind.add(next.get());
        } else {
            engine.after(upTo(20), site.world(), () -> kind.add(next.get()));
        }
    }

    /** The next one comes before the one that goes, as when a new version is rolled out. */
    private void leave(List<Process> kind, Supplier<Process> next) {
        Process leaving = kind.remove(random.nextInt(kind.size()));
        kind.add(next.get());
        engine.after(
                upTo(5),
                site.world(),
                () -> leaving.leave(() -> {
                    leaving.machine().kill();
                    site.network().died(leaving.machine());
                }));
    }

    private static void start(List<Process> kind, int count, Supplier<Process> starting) {
        for (int index = 0; index < count; index++) {
            kind.add(starting.get());
        }
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(1 + random.nextInt(seconds * 1_000));
    }
}
