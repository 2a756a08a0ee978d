package io.guildhall.push.delivery;

import io.guildhall.model.rpc.Fact;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Reads what facts say. One that can't be read, as of a reason that only a later version knows, holds up none that follows it. */
final class ReadFacts {
    private static final Logger LOG = Logger.getLogger(ReadFacts.class);

    private ReadFacts() {}

    /** Empty when it can't be read: that does not change however often it is tried. */
    static <T> Optional<T> read(Fact fact, Function<Fact, T> reading) {
        try {
            return Optional.of(reading.apply(fact));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "A fact of the topic %s that nobody can read is left out", fact.getTopic());
            return Optional.empty();
        }
    }
}
