package io.guildhall.search.waiting;

import io.guildhall.model.rpc.EventLogRecord;
import java.util.concurrent.CompletionStage;

/** Brings a record to where it belongs now. */
@FunctionalInterface
public interface Bringing {
    /**
     * Completes when it is safe there; fails when it has to be brought again.
     *
     * @param cell for which it waited; its home may be bound to another by now
     */
    CompletionStage<?> bring(String cell, EventLogRecord record);
}
