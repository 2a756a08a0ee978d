package io.guildhall.eventlog;

import io.guildhall.model.rpc.EventLogRecord;
import java.util.concurrent.CompletionStage;

/** Where records of the event log go. */
interface RecordSender {
    /**
     * Does not block; completes when the record is safe. Records of one actor arrive in the order of these calls, but for those that had to be sent
     * again: what must stand before another is safe before that is sent.
     * {@link OversizedRecordException} is a failure for good.
     */
    CompletionStage<?> send(EventLogRecord record);
}
