package io.guildhall.search.growth;

import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.IndexNames;
import io.guildhall.search.index.Indexes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds homes that have become too large for an index in which others lie with them, and has them moved into one of their own, with several shards. What
 * is told goes into both until all nodes search the new one, so that nobody notices. Blocks; any virtual thread.
 */
@Singleton
public class Growth {
    private static final Logger LOG = Logger.getLogger(Growth.class);

    private final Bindings bindings;
    private final BuildQueue builds;
    private final Indexes indexes;
    private final long large;

    public Growth(Bindings bindings, BuildQueue builds, Indexes indexes, SearchConfig config) {
        this.bindings = bindings;
        this.builds = builds;
        this.indexes = indexes;
        this.large = config.large();
    }

    /** One that is on its way is seen to arrive, whoever died while it was. */
    public void look(Home home) {
        bindings.current(home).filter(Binding::complete).ifPresent(binding -> {
            if (binding.beside().isPresent()) {
                builds.addMoving(binding);
            } else if (isTooLarge(binding)) {
                bindings.beginMove(binding).ifPresent(moving -> {
                    LOG.infof("%s moves into an index of its own", home);
                    builds.addMoving(moving);
                });
            }
        });
    }

    private boolean isTooLarge(Binding binding) {
        return large > 0
                && !IndexNames.isOwn(binding.destination().index())
                && indexes.with(
                                binding.destination(),
                                index -> index.count(Set.of(binding.home().id())))
                        >= large;
    }
}
