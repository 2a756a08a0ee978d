package io.guildhall.objects.tool;

import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings all objects of one store to another. Objects do not change under their key, so one that is there with its size is there; what is
 * written and removed meanwhile may be missed, which another run finds.
 */
final class Copy {
    private final ObjectStore from;
    private final ObjectStore to;

    /**
     * What came of it.
     *
     * @param removed objects of the target that the source has not got
     */
    record Summary(long copied, long present, long removed, long bytes) {}

    Copy(ObjectStore from, ObjectStore to) {
        this.from = from;
        this.to = to;
    }

    /** @param exactly whether what the source has not got is removed from the target */
    Summary run(boolean exactly) throws IOException {
        Map<String, Long> there = new HashMap<>();
        to.visitAll(there::put);
        Counts counts = new Counts();
        from.visitAll((key, size) -> {
            Long known = there.remove(key);
            if (known != null && known == size) {
                counts.present++;
            } else {
                copy(key, counts);
            }
        });
        if (exactly) {
            for (String key : there.keySet()) {
                to.delete(key);
                counts.removed++;
            }
        }
        return new Summary(counts.copied, counts.present, counts.removed, counts.bytes);
    }

    private void copy(String key, Counts counts) throws IOException {
        Optional<StoredObject> object = from.find(key);
        if (object.isPresent()) {
            try (InputStream content = object.get().open()) {
                counts.bytes += to.put(key, content, object.get().size());
            }
            counts.copied++;
        }
    }

    private static final class Counts {
        private long copied;
        private long present;
        private long removed;
        private long bytes;
    }
}
