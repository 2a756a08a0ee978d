package io.guildhall.messageindex.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.query.SearchQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FactQueueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whateverOneFactThrowsTheRestGoesOn() {
        FailingIndex index = new FailingIndex();
        try (FactQueue queue = new FactQueue(index)) {
            assertThat(queue.add(() -> {
                                throw new StackOverflowError("on purpose");
                            })
                            .toCompletableFuture())
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StackOverflowError.class);
            assertThat(queue.add(() -> {}).toCompletableFuture()).succeedsWithin(PATIENCE);

            index.broken = true;
            assertThat(queue.add(() -> {}).toCompletableFuture()).failsWithin(PATIENCE);
            index.broken = false;
            assertThat(queue.add(() -> {}).toCompletableFuture()).succeedsWithin(PATIENCE);
        }
    }

    /** An index that keeps nothing, and whose disk is full now and then. */
    private static final class FailingIndex implements MessageIndex {
        private volatile boolean broken;

        @Override
        public void commit() {
            if (broken) {
                throw new AssertionError("on purpose");
            }
        }

        @Override
        public void apply(List<Change> changes) {}

        @Override
        public Hits search(SearchQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Set<Long> homes) {
            return 0;
        }

        @Override
        public Set<Long> incomplete(Set<Long> homes) {
            return Set.of();
        }

        @Override
        public void complete(long home) {}

        @Override
        public Map<Long, Long> terms(Set<Long> homes) {
            return Map.of();
        }

        @Override
        public void remember(long home, long term) {}

        @Override
        public void begin(long home) {}

        @Override
        public void close() {}
    }
}
