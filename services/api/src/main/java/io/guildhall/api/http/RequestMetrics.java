package io.guildhall.api.http;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** How many requests there are and how long they take, by operation and status. */
@ApplicationScoped
public class RequestMetrics {
    /** For requests that mean no operation. */
    static final String NO_OPERATION = "none";

    private static final String REQUESTS = Metrics.name(RequestMetrics.class, "requests");

    private final MeterRegistry registry;

    @Inject
    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String operation, int status, long nanos) {
        Timer.builder(REQUESTS)
                .description("REST requests answered")
                .tag("operation", operation)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
