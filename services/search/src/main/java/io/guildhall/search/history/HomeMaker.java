package io.guildhall.search.history;

import io.guildhall.search.binding.Beside;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a home's index, and takes it, step by step, from one that it shares into one of its own. Whatever is stored of a step is stored when it is done, so
 * another node goes on where one died, and two that do the same do no harm. Blocks; any virtual thread.
 */
@Singleton
class HomeMaker {
    private final BuildQueue queue;
    private final HistoryReader reader;
    private final Bindings bindings;
    private final Indexes indexes;
    private final SearchMetrics metrics;
    private final Clock clock;

    HomeMaker(
            BuildQueue queue,
            HistoryReader reader,
            Bindings bindings,
            Indexes indexes,
            SearchMetrics metrics,
            Clock clock) {
        this.queue = queue;
        this.reader = reader;
        this.bindings = bindings;
        this.indexes = indexes;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return what is left to do of it later; empty when it is done, or another one has taken its place */
    Optional<Build> step(Build build, Pace pace) {
        Optional<Binding> bound = bindings.current(build.home());
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Binding binding = bound.get();
        if (binding.comingGeneration()
                .filter(coming -> coming == build.generation())
                .isPresent()) {
            return early(build, binding).or(() -> moved(build, binding, pace));
        }
        if (binding.generation() != build.generation()) {
            return Optional.empty();
        }
        if (!isBuilt(binding)) {
            fill(build, binding.destination(), pace);
            if (!bindings.complete(binding)) {
                return Optional.empty();
            }
            metrics.built();
        }
        return binding.beside().isEmpty()
                ? Optional.empty()
                : early(build, binding).or(() -> apart(build, binding));
    }

    /** While some node may not know of what is beside nothing is done that it must know of. */
    private Optional<Build> early(Build build, Binding binding) {
        long time = queue.settled(binding.beside().orElseThrow());
        return time > clock.millis() ? Optional.of(build.notBefore(time)) : Optional.empty();
    }

    private Optional<Build> moved(Build build, Binding binding, Pace pace) {
        fill(build, binding.beside().orElseThrow().where(), pace);
        return bindings.move(binding).map(after -> {
            metrics.built();
            return later(build, after);
        });
    }

    private Optional<Build> apart(Build build, Binding binding) {
        Binding now = bindings.current(binding.home()).orElse(binding);
        Beside beside = now.beside().orElse(null);
        if (beside == null) {
            return Optional.empty();
        }
        return switch (beside.phase()) {
            case COMING -> Optional.empty();
            case GOING -> bindings.leave(now).map(after -> later(build, after));
            case LEFT -> {
                indexes.forget(beside.where(), now.home());
                bindings.settle(now);
                yield Optional.empty();
            }
        };
    }

    private Build later(Build build, Binding after) {
        return build.at(0, 0).notBefore(queue.settled(after.beside().orElseThrow()));
    }

    private boolean isBuilt(Binding binding) {
        long home = binding.home().id();
        return binding.complete()
                && indexes.with(
                        binding.destination(),
                        index -> index.states(Set.of(home)).get(home).generation() == binding.generation());
    }

    /** The mark in the index comes before that of the store: what the store calls complete a cell that was thrown away does not. */
    private void fill(Build build, Destination into, Pace pace) {
        Home home = build.home();
        reader.read(build, into, pace);
        indexes.with(into, index -> {
            index.complete(home.id(), build.generation());
            return true;
        });
    }
}
