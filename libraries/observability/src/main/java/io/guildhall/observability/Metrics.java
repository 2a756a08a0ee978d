package io.guildhall.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The one place where metric names are made: {@code guildhall.<service>.<what>}. */
public final class Metrics {
    private static final String ROOT = "io.guildhall.";

    /** What parts fast from slow; the same for every hop, so that hops can be laid over each other. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private Metrics() {}

    /**
     * The name of a metric that a class of a service keeps.
     *
     * @param type any class below {@code io.guildhall.<service>}
     * @param what lower case, words parted by dots, such as {@code events.delivered}
     */
    public static String name(Class<?> type, String what) {
        String packageName = type.getPackageName();
        if (!packageName.startsWith(ROOT)) {
            throw new IllegalArgumentException("not a class of a service: " + type.getName());
        }
        String below = packageName.substring(ROOT.length());
        int end = below.indexOf('.');
        return name(end < 0 ? below : below.substring(0, end), what);
    }

    /**
     * Measures one hop on the way of an event: how long it takes, with buckets, so that quantiles over all nodes can be told.
     *
     * @param type any class below {@code io.guildhall.<service>}
     * @param tags keys and values in turn; each combination costs a series for each bound, so few of them
     */
    public static Timer hop(MeterRegistry registry, Class<?> type, String what, String description, String... tags) {
        return Timer.builder(name(type, what))
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** The name of a metric of the service with this name. */
    public static String name(String service, String what) {
        return "guildhall." + service + "." + what;
    }
}
