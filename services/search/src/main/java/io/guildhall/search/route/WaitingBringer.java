package io.guildhall.search.route;

import io.guildhall.eventlog.reading.LogClients;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.search.config.LogConfig;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.route.Routing.Route;
import io.guildhall.search.waiting.WaitingLog;
import io.guildhall.search.waiting.WaitingReaders;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Brings in what waited for a cell. What belongs to another one by now, and can't be brought there, waits for that one. */
@Singleton
public class WaitingBringer {
    private final Routing routing;
    private final WaitingLog waiting;
    private final WaitingReaders readers;

    WaitingBringer(
            Routing routing, WaitingLog waiting, LogConfig config, LogClients logClients, SearchMetrics metrics) {
        this.routing = routing;
        this.waiting = waiting;
        this.readers = new WaitingReaders(config, logClients, this::bring, metrics);
    }

    void start(@Observes StartupEvent begin) {
        readers.start();
    }

    private CompletionStage<?> bring(String cell, EventLogRecord record) {
        CompletableFuture<Object> safe = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                Route route = routing.route(record);
                route.done().whenComplete((done, failure) -> settle(cell, record, route, failure, safe));
            } catch (RuntimeException failure) {
                safe.completeExceptionally(failure);
            }
        });
        return safe;
    }

    private void settle(
            String cell, EventLogRecord record, Route route, Throwable failure, CompletableFuture<Object> safe) {
        if (failure == null) {
            safe.complete(null);
        } else if (route.cell().filter(cell::equals).isPresent()) {
            safe.completeExceptionally(failure);
        } else {
            waiting.add(route.cell().orElse(cell), record).whenComplete((added, lost) -> {
                if (lost == null) {
                    safe.complete(null);
                } else {
                    safe.completeExceptionally(lost);
                }
            });
        }
    }

    @PreDestroy
    void close() {
        readers.close();
    }
}
