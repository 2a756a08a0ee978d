package io.guildhall.search.find;

import io.guildhall.messageindex.elasticsearch.HomeState;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out where homes are indexed and whether all of their messages are there, and sees to it that they will be. */
@Singleton
class Readiness {
    private final Bindings bindings;
    private final BuildQueue builds;
    private final Indexes indexes;
    private final LateTerms late;
    private final ReadyHomes ready;

    Readiness(Bindings bindings, BuildQueue builds, Indexes indexes, Clock clock, SearchConfig config) {
        this.bindings = bindings;
        this.builds = builds;
        this.indexes = indexes;
        this.late = new LateTerms(clock, config.terms());
        this.ready = new ReadyHomes(clock, config.ready());
    }

    /**
     * Where to search.
     *
     * @param homes by destination
     * @param incomplete those whose index is being made
     */
    record Found(Map<Destination, Set<Long>> homes, Set<Home> incomplete) {}

    /** Where they probably are, without asking anybody; empty when that is not known of each. */
    Optional<Map<Destination, Set<Long>>> known(Set<Home> homes) {
        Map<Destination, Set<Long>> known = new HashMap<>();
        for (Home home : homes) {
            Optional<Binding> binding = bindings.known(home);
            if (binding.isEmpty()) {
                return Optional.empty();
            }
            add(binding.get(), known);
        }
        return Optional.of(known);
    }

    /**
     * Where they are, without asking anybody, where it was found a moment ago that all of their messages are there. Asked again after a search it is empty
     * when the cell had lost the index meanwhile: then the search found a part.
     *
     * @param terms in which the owner of each home is
     */
    Optional<Map<Destination, Set<Long>>> settled(Map<Home, Long> terms) {
        Map<Destination, Set<Long>> settled = new HashMap<>();
        for (Map.Entry<Home, Long> home : terms.entrySet()) {
            Optional<Binding> binding = bindings.known(home.getKey())
                    .filter(known -> !bindings.isLost(known))
                    .filter(known -> ready.holds(
                            known, indexes.opened(known.destination()).orElse(null), home.getValue()));
            if (binding.isEmpty()) {
                return Optional.empty();
            }
            add(binding.get(), settled);
        }
        return Optional.of(settled);
    }

    /** @param terms in which the owner of each home is */
    Found of(Map<Home, Long> terms) {
        List<Binding> bound = terms.keySet().stream().map(this::bound).toList();
        Map<Destination, Set<Long>> homes = new HashMap<>();
        bound.forEach(binding -> add(binding, homes));
        Map<Destination, Object> opened = new HashMap<>();
        homes.keySet().forEach(where -> indexes.opened(where).ifPresent(index -> opened.put(where, index)));
        Map<Destination, Map<Long, HomeState>> states = homes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> indexes.with(entry.getKey(), index -> index.states(entry.getValue()))));
        Set<Home> incomplete = new HashSet<>();
        for (Binding binding : bound) {
            HomeState state =
                    states.get(binding.destination()).get(binding.home().id());
            if (!isComplete(binding, state, terms.get(binding.home()))) {
                incomplete.add(binding.home());
            } else if (opened.containsKey(binding.destination())) {
                ready.put(binding, opened.get(binding.destination()), state.term());
            }
        }
        return new Found(homes, incomplete);
    }

    private static void add(Binding binding, Map<Destination, Set<Long>> homes) {
        homes.computeIfAbsent(binding.destination(), same -> new HashSet<>())
                .add(binding.home().id());
    }

    private Binding bound(Home home) {
        Binding binding = bindings.findOrBind(home);
        if (!bindings.isLost(binding)) {
            return binding;
        }
        Binding moved = bindings.rebind(home, Optional.empty());
        builds.addMoved(moved);
        return moved;
    }

    private boolean isComplete(Binding binding, HomeState state, long term) {
        Home home = binding.home();
        Binding now = binding.complete() ? binding : bindings.current(home).orElse(binding);
        if (!now.complete()) {
            builds.add(now);
            return false;
        }
        if (!now.destination().equals(binding.destination())) {
            return false;
        }
        if (state.generation() != now.generation()) {
            // The cell has lost what it had, or another node is about to make it anew.
            anew(home, now);
            return false;
        }
        if (state.term() >= term) {
            late.told(home);
            return true;
        }
        if (late.isOverdue(home, term)) {
            anew(home, now);
            return false;
        }
        return state.term() == term - 1;
    }

    private void anew(Home home, Binding known) {
        Optional<Binding> now = bindings.current(home);
        if (now.isPresent() && now.get().generation() == known.generation()) {
            bindings.renew(home).ifPresent(builds::add);
        }
    }
}
