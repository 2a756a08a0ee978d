package io.guildhall.storage.embedded;

import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.RootReference;

/**
 * All maps as of one group. Their pages stay in the file until the view is closed, which costs space while the engine
 * goes on writing.
 *
 * @param roots the trees by the names of their maps
 * @param columns the numbers of the columns, see {@link Schema}
 * @param progress what the engine keeps about itself
 * @param sequence the number of the last group in it
 * @param lastTime see {@link SnapshotManifest#lastTime}
 * @param alsoWrittenTo the store that takes every later write as well
 */
record EngineView(
        Pin pin,
        Map<String, RootReference<byte[], byte[]>> roots,
        Map<String, String> columns,
        Map<String, String> progress,
        long sequence,
        long lastTime,
        Optional<String> alsoWrittenTo)
        implements AutoCloseable {
    @Override
    public void close() {
        pin.release();
    }
}
