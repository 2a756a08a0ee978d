package io.guildhall.search.binding;

import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.SearchBindings;
import io.guildhall.search.binding.Beside.Phase;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a home is indexed.
 *
 * @param version rises with every change
 * @param generation rises when the index has to be made anew
 * @param complete whether everything that was stored when this generation began is in the index
 * @param beside another index of its cell, while the home moves from one to the other
 */
public record Binding(
        Home home, Destination destination, long version, long generation, boolean complete, Optional<Beside> beside) {
    public Binding(Home home, Destination destination, long version, long generation, boolean complete) {
        this(home, destination, version, generation, complete, Optional.empty());
    }

    static Binding of(Home home, RowView row) {
        String cell = row.get(SearchBindings.CELL);
        return new Binding(
                home,
                new Destination(cell, row.get(SearchBindings.INDEX_NAME)),
                row.get(SearchBindings.VERSION),
                row.get(SearchBindings.GENERATION, 0L),
                row.get(SearchBindings.COMPLETE, false),
                row.has(SearchBindings.BESIDE)
                        ? Optional.of(new Beside(
                                new Destination(cell, row.get(SearchBindings.BESIDE)),
                                Phase.valueOf(row.get(SearchBindings.BESIDE_PHASE)),
                                row.get(SearchBindings.BESIDE_SINCE)))
                        : Optional.empty());
    }

    static Binding first(Home home, Destination destination) {
        return new Binding(home, destination, 1, 1, false);
    }

    /** All indexes that are told of what becomes of messages, the one that is searched first. */
    public List<Destination> written() {
        return Stream.concat(
                        Stream.of(destination),
                        beside.filter(Beside::isWritten).stream().map(Beside::where))
                .toList();
    }

    /** The generation of what is beside, where it will be searched; while one is being made no other one is. */
    public Optional<Long> comingGeneration() {
        return beside.filter(other -> other.phase() == Phase.COMING).map(other -> generation + 1);
    }

    /**
     * Made anew elsewhere, or where it is. What was beside in the same cell is of no use any more, and neither is how far it was filled: the generation is
     * not the one that was coming there.
     */
    Binding anew(Destination where, long now) {
        return new Binding(
                home,
                where,
                version + 1,
                comingGeneration().orElse(generation) + 1,
                false,
                beside.filter(other -> other.where().cell().equals(where.cell())
                                && !other.where().equals(where))
                        .map(other -> other.in(Phase.LEFT, now)));
    }

    Binding completed() {
        return new Binding(home, destination, version + 1, generation, true, beside);
    }

    /** Begins to have another index beside. */
    Binding moving(Destination to, long now) {
        return with(Optional.of(new Beside(to, Phase.COMING, now)));
    }

    /** What was beside is searched from now on, and complete. */
    Binding moved(long now) {
        return new Binding(
                home,
                beside.orElseThrow().where(),
                version + 1,
                generation + 1,
                true,
                Optional.of(new Beside(destination, Phase.GOING, now)));
    }

    Binding left(long now) {
        return with(beside.map(other -> other.in(Phase.LEFT, now)));
    }

    Binding alone() {
        return with(Optional.empty());
    }

    private Binding with(Optional<Beside> other) {
        return new Binding(home, destination, version + 1, generation, complete, other);
    }
}
