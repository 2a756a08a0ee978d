package io.guildhall.orchestration.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Processes that only have ids. They end when they are told to, but for those that are stubborn. */
public final class FakeProcesses implements Processes {
    private final TreeMap<Long, Launch> alive = new TreeMap<>();
    private final List<Launch> launches = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();
    private final Set<Long> stubborn = new HashSet<>();
    private final Set<Long> reborn = new HashSet<>();
    private long last = 100;

    @Override
    public long start(Launch launch) {
        launches.add(launch);
        alive.put(++last, launch);
        return last;
    }

    @Override
    public boolean isAlive(long id) {
        return alive.containsKey(id);
    }

    @Override
    public Optional<String> birth(long id) {
        return Optional.of((reborn.contains(id) ? "later " : "born ") + id);
    }

    @Override
    public void letRun(long id) {
        signals.add("CONT " + id);
    }

    @Override
    public void terminate(long id) {
        signals.add("TERM " + id);
        if (!stubborn.contains(id)) {
            alive.remove(id);
        }
    }

    @Override
    public void kill(long id) {
        signals.add("KILL " + id);
        alive.remove(id);
    }

    /** It takes no notice of SIGTERM. */
    public void makeStubborn(long id) {
        stubborn.add(id);
    }

    /** It ends by itself, and a process of somebody else gets its id. */
    public void replace(long id) {
        reborn.add(id);
    }

    /** It ends by itself. */
    public void end(long id) {
        alive.remove(id);
    }

    /** In the order in which they were started. */
    public List<Launch> launches() {
        return List.copyOf(launches);
    }

    /** SIGNAL ID, in the order in which they were sent. */
    public List<String> signals() {
        return List.copyOf(signals);
    }

    public Set<Long> alive() {
        return Set.copyOf(alive.keySet());
    }
}
