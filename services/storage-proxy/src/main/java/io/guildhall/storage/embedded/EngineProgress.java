package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.WriteRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How far an engine is: its last group and the times of its last writes. Kept with the data at every checkpoint. */
final class EngineProgress {
    static final String MAP = "progress";

    private static final String LAST_GROUP = "last group";
    private static final String LAST_TIME = "last time";
    private static final String LAST_WRITE = "last write";

    private final Map<String, String> kept;
    private final boolean dual;
    private long group;
    private long lastWrite;
    private volatile long lastTime;

    /**
     * @param kept the directory's own map
     * @param dual whether every write goes to another store as well, under the time that it carries
     * @param now ms since 1970: the last write of a file that was written before that was kept
     */
    EngineProgress(Map<String, String> kept, boolean dual, long now) {
        this.kept = kept;
        this.dual = dual;
        this.group = Long.parseLong(kept.getOrDefault(LAST_GROUP, "0"));
        this.lastTime = Long.parseLong(kept.getOrDefault(LAST_TIME, "0"));
        this.lastWrite = Long.parseLong(kept.getOrDefault(LAST_WRITE, Long.toString(now)));
    }

    long group() {
        return group;
    }

    void reached(long sequence) {
        group = sequence;
    }

    void applied(List<WriteRequest> batches, long now) {
        lastWrite = Math.max(lastWrite, now);
        for (WriteRequest batch : batches) {
            if (dual && batch.getTimestamp() != 0) {
                lastTime = Math.max(lastTime, batch.getTimestamp() + batch.getMutationsCount() - 1);
            }
        }
    }

    /** Everything that the log held is applied, and nobody writes yet. */
    void replayed() {
        lastTime = Math.max(lastTime, afterLastWrite());
    }

    /**
     * A time that no write had yet exceeded when the engine was opened, in microseconds since 1970; of a dual write, the
     * largest time that any mutation carried. Any thread may call this.
     */
    long lastTime() {
        return lastTime;
    }

    /** As {@link SnapshotManifest#lastTime}, between two groups. */
    long timeOfView() {
        // In a dual write, the next one may follow within this millisecond.
        return dual ? lastTime : Math.max(lastTime, afterLastWrite());
    }

    /** What is kept with the data. */
    Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>(kept);
        entries.put(LAST_GROUP, Long.toString(group));
        entries.put(LAST_TIME, Long.toString(timeOfView()));
        entries.put(LAST_WRITE, Long.toString(lastWrite));
        return entries;
    }

    /** Written back with the next commit. */
    void keep() {
        kept.putAll(entries());
    }

    private long afterLastWrite() {
        return TimeUnit.MILLISECONDS.toMicros(lastWrite + 1);
    }
}
