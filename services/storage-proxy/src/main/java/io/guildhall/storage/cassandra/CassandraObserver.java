package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.ExecutionInfo;

/** Counts what the clustered store asks of its cluster. */
public interface CassandraObserver {
    /** Counts nothing. */
    CassandraObserver NONE = new CassandraObserver() {
        @Override
        public void requested(RequestKind kind) {}

        @Override
        public void answered(RequestKind kind, long nanos, ExecutionInfo execution) {}

        @Override
        public void failed(RequestKind kind, long nanos) {}

        @Override
        public void retried(RequestKind kind) {}

        @Override
        public void writeShed() {}

        @Override
        public void redoWritten() {}

        @Override
        public void redoRecovered() {}
    };

    /** A request went to the driver. */
    void requested(RequestKind kind);

    /** It was answered; how often the driver asked other nodes for it is in the execution. */
    void answered(RequestKind kind, long nanos, ExecutionInfo execution);

    /** It failed. */
    void failed(RequestKind kind, long nanos);

    /** A request is made again. */
    void retried(RequestKind kind);

    /** A write was turned away because too many were under way. */
    void writeShed();

    /** A batch too large for one request was recorded before it is applied in parts. */
    void redoWritten();

    /** A record that its writer left behind was applied. */
    void redoRecovered();
}
