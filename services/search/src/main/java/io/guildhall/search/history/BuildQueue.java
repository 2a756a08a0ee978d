package io.guildhall.search.history;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.SearchBuilds;
import io.guildhall.search.binding.Beside;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which homes are to be read from the store, for all nodes. An entry goes when its generation is complete, or is not the newest. */
@Singleton
public class BuildQueue {
    static final int SLICES = 16;
    static final int AT_ONCE = 100;

    private final Store store;
    private final Clock clock;
    private final Duration settling;

    public BuildQueue(Store store, Clock clock, SearchConfig config) {
        this.store = store;
        this.clock = clock;
        this.settling = config.bindings().multipliedBy(2);
    }

    /** Soon: nobody used another binding of the home. */
    public void add(Binding binding) {
        putUnlessThere(new Build(binding.home(), binding.generation(), 0, 0, 0));
    }

    /** What is to be done next with a home that moves into another index, as soon as no node uses the binding before this one any more. */
    public void addMoving(Binding binding) {
        putUnlessThere(new Build(
                binding.home(),
                binding.comingGeneration().orElse(binding.generation()),
                settled(binding.beside().orElseThrow()),
                0,
                0));
    }

    private void putUnlessThere(Build build) {
        Home home = build.home();
        if (store.row(SearchBuilds.TABLE, slice(home), home.number(), home.id(), build.generation())
                .isEmpty()) {
            put(build);
        }
    }

    /** When all nodes know of what is beside, in ms since 1970. */
    long settled(Beside beside) {
        return beside.since() + settling.toMillis();
    }

    /** Once no node uses the binding before this one any more: what they wrote by it is in the store by then. */
    public void addMoved(Binding binding) {
        put(new Build(binding.home(), binding.generation(), clock.millis() + settling.toMillis(), 0, 0));
    }

    /** Some of a slice: those after this one, or the first. */
    List<Build> after(int slice, Optional<Build> last) {
        Read read = Read.from(SearchBuilds.TABLE, (long) slice).limit(AT_ONCE);
        last.ifPresent(build -> read.after(build.home().number(), build.home().id(), build.generation()));
        return store.read(SearchBuilds.TABLE, read.build()).stream()
                .map(Build::of)
                .toList();
    }

    boolean isDue(Build build) {
        return build.notBefore() <= clock.millis();
    }

    void put(Build build) {
        Home home = build.home();
        store.write(Write.to(SearchBuilds.TABLE, slice(home), home.number(), home.id(), build.generation())
                .set(SearchBuilds.NOT_BEFORE, build.notBefore())
                .set(SearchBuilds.PLACE, build.place())
                .set(SearchBuilds.MESSAGE, build.message())
                .build());
    }

    void remove(Build build) {
        Home home = build.home();
        store.write(Write.delete(SearchBuilds.TABLE, slice(home), home.number(), home.id(), build.generation()));
    }

    private static long slice(Home home) {
        return home.share(SLICES);
    }
}
