package io.guildhall.tests.bench.storage;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.catalogue.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message as people write them, and where the benchmark keeps its own. */
final class Sample {
    static final int PAGE = 50;
    static final long BUCKET = 400;
    static final long FIRST_CHANNEL = 1L << 40;

    static final Map<Column<?>, Object> CELLS = cells();

    private Sample() {}

    private static Map<Column<?>, Object> cells() {
        Map<Column<?>, Object> cells = new LinkedHashMap<>();
        cells.put(Messages.AUTHOR_ID, 1_400_000_000_000_000_001L);
        cells.put(
                Messages.AUTHOR,
                ByteString.copyFromUtf8(
                        "{\"id\":\"1400000000000000001\",\"username\":\"somebody\",\"discriminator\":\"0\",\"global_name\":\"Some Body\","
                                + "\"avatar\":\"0123456789abcdef0123456789abcdef\",\"bot\":false,\"public_flags\":0}"));
        cells.put(Messages.TYPE, 0L);
        cells.put(
                Messages.CONTENT,
                "A message of the usual length, which says a little more than nothing and ends before the second line.");
        cells.put(Messages.TTS, false);
        cells.put(Messages.MENTION_EVERYONE, false);
        cells.put(Messages.MENTIONS, List.of());
        cells.put(Messages.PINNED, false);
        cells.put(Messages.FLAGS, 0L);
        cells.put(Messages.GUILD_ID, 1_400_000_000_000_000_002L);
        return cells;
    }
}
