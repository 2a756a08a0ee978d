package io.guildhall.search.operate;

import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.messageindex.stored.StoredPlaces;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** What operators do with homes. Blocks; any virtual thread. */
@Singleton
class Operator {
    private static final Logger LOG = Logger.getLogger(Operator.class);

    private final Bindings bindings;
    private final BuildQueue builds;
    private final Indexes indexes;
    private final Store store;

    Operator(Bindings bindings, BuildQueue builds, Indexes indexes, Store store) {
        this.bindings = bindings;
        this.builds = builds;
        this.indexes = indexes;
        this.store = store;
    }

    /** What the home had elsewhere is dropped, unless that cell is away: nobody searches it there any more. */
    Binding bind(Home home, Optional<String> cell) {
        Optional<Binding> before = bindings.current(home);
        Binding after = bindings.rebind(home, cell);
        before.filter(left -> !left.destination().equals(after.destination())).ifPresent(this::forget);
        builds.addMoved(after);
        return after;
    }

    Binding reindex(Home home) {
        Binding anew = bindings.renew(home).orElseGet(() -> bindings.findOrBind(home));
        builds.add(anew);
        return anew;
    }

    void drop(Home home) {
        bindings.drop(home).ifPresent(this::forget);
    }

    record Checked(Binding binding, long stored, long indexed, boolean repaired) {}

    /** Counts of what changes meanwhile differ without harm: it costs reading the home anew. */
    Checked check(Home home) {
        Binding binding = bindings.findOrBind(home);
        long stored = new StoredPlaces(store)
                .of(home.kind(), home.id()).stream()
                        .mapToLong(place -> new StoredChannel(store, home.id(), place).count())
                        .sum();
        long indexed = documents(binding);
        boolean differs = binding.complete() && stored != indexed;
        return new Checked(differs ? reindex(home) : binding, stored, indexed, differs);
    }

    long documents(Binding binding) {
        return indexes.with(
                binding.destination(),
                index -> index.count(Set.of(binding.home().id())));
    }

    private void forget(Binding left) {
        try {
            indexes.with(left.destination(), index -> {
                index.begin(left.home().id());
                return true;
            });
        } catch (UncheckedIOException away) {
            LOG.warnf(
                    away,
                    "What %s had in cell %s stays there",
                    left.home(),
                    left.destination().cell());
        }
    }
}
