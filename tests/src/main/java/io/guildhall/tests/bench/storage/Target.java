package io.guildhall.tests.bench.storage;

import java.util.concurrent.CompletionStage;

/** One way to the same data. Every value of what was read has been decoded when a stage completes. */
interface Target extends AutoCloseable {
    /** The newest page of a channel; the number of rows. */
    CompletionStage<Integer> page(long channel);

    /** One more message in the channel. */
    CompletionStage<?> write(long channel, long message);

    @Override
    void close();
}
