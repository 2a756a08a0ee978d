package io.guildhall.api.body;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all bodies under way may take together. A request takes its share before its body is read and gives it
 * back with its answer; one that finds too little left is turned away with 503, whoever sent it.
 */
@ApplicationScoped
public class BodyBudget {
    /** Bytes of heap for each byte of a body that is mostly text: the bytes, their tree, and what is made of it. */
    private static final int HEAP_PER_BYTE = 8;

    /** The same for a body that is mostly structure, where each token costs a node, and little beside. */
    private static final int HEAP_PER_BYTE_OF_TOKENS = 3;

    private static final int HEAP_PER_TOKEN = 56;

    private final AtomicLong left;

    @Inject
    public BodyBudget(ApiConfig config) {
        this(config.bodies().budget().orElseGet(() -> Runtime.getRuntime().maxMemory() / 3));
    }

    BodyBudget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** A share of the budget; to be given back once. */
    public final class Share implements AutoCloseable {
        private final AtomicLong held;

        private Share(long bytes) {
            held = new AtomicLong(bytes);
        }

        @Override
        public void close() {
            left.addAndGet(held.getAndSet(0));
        }
    }

    /** @throws ApiException 503 when too little is left for a body of so many bytes */
    public Share take(long bytes) {
        long heap = heapOf(bytes);
        if (left.addAndGet(-heap) < 0) {
            left.addAndGet(heap);
            throw ApiException.unavailable();
        }
        return new Share(heap);
    }

    /** What a body of so many bytes may take, whatever is in it. The most tokens for their bytes are in empty objects: two in three. */
    public static long heapOf(long bytes) {
        long tokens = Math.min(bytes * 2 / 3, UntrustedJson.MAX_TOKENS);
        return Math.max(bytes * HEAP_PER_BYTE, bytes * HEAP_PER_BYTE_OF_TOKENS + tokens * HEAP_PER_TOKEN);
    }

    /** In bytes of heap. */
    long left() {
        return left.get();
    }
}
