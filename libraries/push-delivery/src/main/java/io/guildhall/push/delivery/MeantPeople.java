package io.guildhall.push.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Tells the actors of people that a message of a guild is meant for them. One that can't answer is asked some times more, and then left out: the guild's
 * other facts, and whoever else reads them, wait for nobody in particular. Until it answers again it is asked only once for each message.
 */
final class MeantPeople {
    private static final Logger LOG = Logger.getLogger(MeantPeople.class);
    private static final int TOGETHER = 64;
    private static final int MORE_ATTEMPTS = 3;

    private final BiFunction<Long, JsonNode, Uni<?>> actors;
    private final Duration backOff;
    private final Counter leftOut;
    /** At most those who have a device. */
    private final Set<Long> failing = ConcurrentHashMap.newKeySet();

    /**
     * @param actors asks a person's actor; what is asked may come twice
     * @param backOff before it is asked again, twice as long each time
     */
    MeantPeople(BiFunction<Long, JsonNode, Uni<?>> actors, Duration backOff, MeterRegistry meters) {
        this.actors = actors;
        this.backOff = backOff;
        this.leftOut = Counter.builder(Metrics.name(MeantPeople.class, "left.out"))
                .description("Notifications of people whose actors could not answer")
                .register(meters);
    }

    /** Returns when everybody knows or is left out. Blocks: on a virtual thread. */
    void tell(Map<Long, JsonNode> meant) {
        if (meant.isEmpty()) {
            return;
        }
        List<Uni<Boolean>> telling = meant.entrySet().stream()
                .map(one -> told(one.getKey(), one.getValue()))
                .toList();
        Uni.join()
                .all(telling)
                .usingConcurrencyOf(TOGETHER)
                .andFailFast()
                .await()
                .indefinitely();
    }

    private Uni<Boolean> told(long user, JsonNode body) {
        Uni<?> asked = Uni.createFrom().deferred(() -> actors.apply(user, body));
        Uni<?> patient = failing.contains(user)
                ? asked
                : asked.onFailure().retry().withBackOff(backOff).atMost(MORE_ATTEMPTS);
        return patient.map(answer -> {
                    failing.remove(user);
                    return true;
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    failing.add(user);
                    leftOut.increment();
                    LOG.warnf("user=%d is not told of a message: its actor can't answer: %s", user, failure);
                    return false;
                });
    }
}
