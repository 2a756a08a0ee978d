package io.guildhall.api.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps uploaded files under keys such as {@code attachments/1/2/cat.png}: a directory here, a bucket in a cluster. Keys
 * are made of segments of letters, digits, dots, dashes and underscores, none of which begins with a dot.
 */
public interface ObjectStore {
    /**
     * Stores everything that the stream gives; durable, and visible at once, when the method returns. An object with the
     * same key is replaced. Nothing is left behind by a failure.
     *
     * @return how many bytes it was
     * @throws TooLarge when the stream gives more than {@code maximum} bytes
     */
    long put(String key, InputStream content, long maximum) throws IOException;

    Optional<StoredObject> find(String key) throws IOException;

    /** Removes an object, if it is there. */
    void delete(String key) throws IOException;

    /** Removes every object whose key begins with this and a slash. */
    void deleteAll(String prefix) throws IOException;

    /** An object that is there. */
    interface StoredObject {
        /** In bytes. */
        long size();

        /** Its content from this byte on. The caller closes it. */
        InputStream open(long offset) throws IOException;
    }

    /** More bytes than allowed. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long maximum) {
            super("more than " + maximum + " bytes");
        }
    }
}
