package io.guildhall.model.payload;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;

/**
 * Buffers for whoever reads or writes JSON on virtual threads. Jackson's own habit is to keep some for each thread, and a virtual thread lives for one
 * request: every request would make new ones, of some 12 KB, for an answer of a few bytes.
 */
public final class JsonBuffers {
    /** As many are kept as may be reading or writing at the same moment, which is about as many as there are processors. */
    private static final int KEPT = 64;

    public static final RecyclerPool<BufferRecycler> POOL = JsonRecyclerPools.newBoundedPool(KEPT);

    private JsonBuffers() {}
}
