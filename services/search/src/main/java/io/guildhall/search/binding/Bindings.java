package io.guildhall.search.binding;

import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.IndexNames;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which home is indexed where. The data store says so; of several nodes that bind a home at the same time one wins, and the others follow. What
 * was read is used for a short time: whoever binds a home elsewhere has it read from the store only when no node uses the old binding any more.
 * Blocks; any virtual thread.
 */
@Singleton
public class Bindings {
    private final BindingTable table;
    private final CellBook book;
    private final Placement placement;
    private final Clock clock;
    private final BindingCache cache;

    public Bindings(Store store, CellBook book, Placement placement, BindingCache cache, Clock clock) {
        this.table = new BindingTable(store);
        this.book = book;
        this.placement = placement;
        this.clock = clock;
        this.cache = cache;
    }

    /** The binding as it was not long ago, without asking anybody. */
    public Optional<Binding> known(Home home) {
        return cache.near(home);
    }

    /** The binding as it was not long ago. That a home is bound nowhere is not remembered. */
    public Optional<Binding> find(Home home) {
        return cache.get(home).or(() -> current(home));
    }

    /** The binding as it is now. */
    public Optional<Binding> current(Home home) {
        long asOf = clock.millis();
        Optional<Binding> found = table.read(home);
        found.ifPresentOrElse(binding -> cache.put(binding, asOf), () -> cache.remove(home));
        return found;
    }

    /** Binds the home to the least loaded cell when it is bound nowhere. */
    public Binding findOrBind(Home home) {
        return find(home).orElseGet(() -> bind(home, placement.choose(home)));
    }

    /** Whether the cell of the binding is one no more, so that the home has to be bound to another. */
    public boolean isLost(Binding binding) {
        return placement.isGone(binding.destination().cell());
    }

    /** Binds a home to the least loaded cell, or to this one, as a new generation. */
    public Binding rebind(Home home, Optional<String> cell) {
        Destination where = cell.map(name -> placement.named(name, home)).orElseGet(() -> placement.choose(home));
        Optional<Binding> before = current(home);
        if (before.isEmpty()) {
            return bind(home, where);
        }
        book.enter(where.cell(), home);
        // What was too large for an index with others is so anywhere.
        Destination kept =
                IndexNames.isOwn(before.get().destination().index()) ? placement.own(where.cell(), home) : where;
        Binding after = change(home, binding -> binding.anew(kept, clock.millis()));
        String left = before.get().destination().cell();
        if (!left.equals(after.destination().cell())) {
            book.leave(left, home);
        }
        return after;
    }

    /** A home's index has to be made anew, where it is. */
    public Optional<Binding> renew(Home home) {
        return current(home).map(bound -> change(home, binding -> binding.anew(binding.destination(), clock.millis())));
    }

    /** A generation is complete. False when there is a newer one, which is not. */
    public boolean complete(Binding built) {
        while (true) {
            Binding before = current(built.home()).orElse(null);
            if (before == null || before.generation() != built.generation() || before.complete()) {
                return before != null && before.generation() == built.generation();
            }
            if (replaced(before, before.completed())) {
                return true;
            }
        }
    }

    /**
     * Begins to move a home into an index of its own, in its cell. Only one that is complete, and that is not on its way already.
     *
     * @return the binding as it is now; empty when it changed meanwhile
     */
    public Optional<Binding> beginMove(Binding before) {
        Destination own = placement.own(before.destination().cell(), before.home());
        return next(before, before.moving(own, clock.millis()));
    }

    /** A home's own index is complete, and searched from now on. Empty when the binding changed meanwhile. */
    public Optional<Binding> move(Binding built) {
        return next(built, built.moved(clock.millis()));
    }

    /** Nobody searches the index that is beside any more. Empty when the binding changed meanwhile. */
    public Optional<Binding> leave(Binding moved) {
        return next(moved, moved.left(clock.millis()));
    }

    /** Nothing of the home is beside any more. Empty when the binding changed meanwhile. */
    public Optional<Binding> settle(Binding left) {
        return next(left, left.alone());
    }

    private Optional<Binding> next(Binding before, Binding after) {
        return replaced(before, after) ? Optional.of(after) : Optional.empty();
    }

    /** Nothing says any more where the home is indexed. Empty when nothing did. */
    public Optional<Binding> drop(Home home) {
        while (true) {
            Optional<Binding> before = current(home);
            if (before.isEmpty() || table.drop(before.get())) {
                cache.remove(home);
                before.ifPresent(binding -> book.leave(binding.destination().cell(), home));
                return before;
            }
        }
    }

    private Binding bind(Home home, Destination where) {
        book.enter(where.cell(), home);
        while (true) {
            long asOf = clock.millis();
            Optional<Binding> bound = table.insert(home, where);
            bound.ifPresent(binding -> cache.put(binding, asOf));
            Optional<Binding> found = bound.or(() -> current(home));
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private Binding change(Home home, Function<Binding, Binding> how) {
        while (true) {
            Binding before = current(home).orElseThrow();
            Binding after = how.apply(before);
            if (replaced(before, after)) {
                return after;
            }
        }
    }

    private boolean replaced(Binding before, Binding after) {
        long asOf = clock.millis();
        boolean won = table.replace(before, after);
        if (won) {
            cache.put(after, asOf);
        } else {
            cache.remove(before.home());
        }
        return won;
    }
}
