package io.guildhall.tests.simulation.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.tests.simulation.Scenario;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.world.Nodes;
import io.guildhall.tests.simulation.world.Process;
import io.guildhall.tests.simulation.world.Site;
import io.guildhall.tests.simulation.world.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Owners of ledgers, storage proxies and clients for some minutes of virtual time, while whatever can go wrong does. */
public final class LedgerRun implements Scenario {
    private static final Duration QUIET_START = Duration.ofSeconds(2);
    private static final int TROUBLED_SECONDS = 60;
    private static final Duration QUIET_END = Duration.ofSeconds(90);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);
    private static final long MOST_STEPS = 2_000_000;
    private static final long FIRST_LEDGER = 1_000;

    private final Site site;
    private final Engine engine;
    private final SplittableRandom random;
    private final List<Process> guilds = new ArrayList<>();
    private final List<Process> proxies = new ArrayList<>();
    private final List<Process> clients = new ArrayList<>();
    private final History history = new History();
    private final int ledgers;
    private long ids;

    public LedgerRun(Engine engine) {
        this.engine = engine;
        random = engine.random().split();
        site = new Site(
                engine,
                random.nextInt(4) == 0 ? 0.002 * random.nextDouble() : 0,
                random.nextInt(3) == 0 ? 0.05 * random.nextDouble() : 0,
                Windows.USUAL);
        ledgers = 1 + random.nextInt(4);
    }

    @Override
    public List<String> run() {
        begin(guilds, 2 + random.nextInt(2), () -> Nodes.guild(site, new LedgerBehaviour()));
        begin(proxies, 1 + random.nextInt(3), () -> Nodes.storage(site));
        begin(clients, 2, () -> Nodes.client(site));
        engine.run(QUIET_START, MOST_STEPS);
        planTroubles();
        planWork();
        engine.run(Duration.ofSeconds(TROUBLED_SECONDS), MOST_STEPS);
        site.network().calm();
        site.weather().calm();
        engine.run(QUIET_END, MOST_STEPS);
        List<String> violations = new ArrayList<>();
        for (int ledger = 0; ledger < ledgers; ledger++) {
            client(clients.getFirst()).list(FIRST_LEDGER + ledger, history::ended);
        }
        engine.run(LAST_WORDS, MOST_STEPS);
        for (int ledger = 0; ledger < ledgers; ledger++) {
            violations.addAll(history.violations(FIRST_LEDGER + ledger, site.cluster()));
        }
        violations.addAll(History.waiting(site.cluster()));
        violations.addAll(site.acknowledgements().violations());
        return violations;
    }

    private void planWork() {
        int works = 30 + random.nextInt(60);
        for (int work = 0; work < works; work++) {
            LedgerClient client = client(pick(clients));
            long ledger = FIRST_LEDGER + random.nextInt(ledgers);
            boolean reading = random.nextInt(5) == 0;
            ObjectNode addition = addition(ledger);
            sometime(() -> client.send(
                    ledger, reading ? LedgerBehaviour.LIST : LedgerBehaviour.ADD, reading ? Json.object() : addition));
        }
    }

    /** Half of the entries are passed on, where there is another ledger. */
    private ObjectNode addition(long ledger) {
        ObjectNode addition = Json.object().put("id", ++ids);
        long other = FIRST_LEDGER + random.nextInt(ledgers);
        if (other != ledger && random.nextBoolean()) {
            addition.put("to", other);
        }
        return addition;
    }

    private LedgerClient client(Process process) {
        return new LedgerClient(process, history::add);
    }

    private void planTroubles() {
        int troubles = random.nextInt(7);
        for (int trouble = 0; trouble < troubles; trouble++) {
            sometime(this::trouble);
        }
    }

    private void trouble() {
        switch (random.nextInt(8)) {
            case 0 -> replace(guilds, () -> Nodes.guild(site, new LedgerBehaviour()));
            case 1 -> pick(guilds).machine().stand(upTo(30));
            case 2 ->
                site.network()
                        .path(pick(guilds).machine(), pick(guilds).machine())
                        .cut(upTo(25));
            case 3 ->
                site.network()
                        .path(pick(guilds).machine(), pick(proxies).machine())
                        .cut(upTo(25));
            case 4 -> pick(all()).discovery().lag(upTo(20), upTo(30));
            case 5 -> site.weather().slow(upTo(8), upTo(20));
            case 6 -> replace(proxies, () -> Nodes.storage(site));
            default -> begin(guilds, 1, () -> Nodes.guild(site, new LedgerBehaviour()));
        }
    }

    private List<Process> all() {
        List<Process> all = new ArrayList<>(guilds);
        all.addAll(proxies);
        all.addAll(clients);
        return all;
    }

    private void replace(List<Process> kind, Supplier<Process> next) {
        Process dying = kind.remove(random.nextInt(kind.size()));
        Machine machine = dying.machine();
        machine.kill();
        site.network().died(machine);
        if (kind.isEmpty() || random.nextBoolean()) {
            kind.add(next.get());
        } else {
            engine.after(upTo(20), site.world(), () -> kind.add(next.get()));
        }
    }

    private static void begin(List<Process> kind, int count, Supplier<Process> start) {
        for (int index = 0; index < count; index++) {
            kind.add(start.get());
        }
    }

    private void sometime(Runnable action) {
        engine.after(Duration.ofMillis(random.nextInt(TROUBLED_SECONDS * 1_000)), site.world(), action);
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(1 + random.nextInt(seconds * 1_000));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
