package io.guildhall.search.operate;

import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.messageindex.stored.StoredPlaces;
import io.guildhall.search.binding.Beside;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        before.ifPresent(left -> forget(left, Optional.of(after)));
        builds.addMoved(after);
        return after;
    }

    Binding reindex(Home home) {
        Binding anew = bindings.renew(home).orElseGet(() -> bindings.findOrBind(home));
        builds.add(anew);
        return anew;
    }

    void drop(Home home) {
        bindings.drop(home).ifPresent(left -> forget(left, Optional.empty()));
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

    private void forget(Binding before, Optional<Binding> after) {
        Stream.concat(Stream.of(before.destination()), before.beside().map(Beside::where).stream())
                .filter(where -> after.stream().noneMatch(now -> isIn(now, where)))
                .forEach(where -> forget(before.home(), where));
    }

    private static boolean isIn(Binding binding, Destination where) {
        return binding.destination().equals(where)
                || binding.beside().filter(other -> other.where().equals(where)).isPresent();
    }

    private void forget(Home home, Destination where) {
        try {
            indexes.forget(where, home);
        } catch (UncheckedIOException away) {
            LOG.warnf(away, "What %s had in cell %s stays there", home, where.cell());
        }
    }
}
