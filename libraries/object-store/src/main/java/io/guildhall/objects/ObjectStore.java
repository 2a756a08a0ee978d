package io.guildhall.objects;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps uploaded files under keys such as {@code attachments/1/2/cat.png}: a directory here, a bucket in a cluster. Keys
 * are made of segments of letters, digits, dots, dashes and underscores, none of which begins with a dot; every method throws
 * {@link IllegalArgumentException} for another one, and {@link ObjectStoreAwayException} where the store can't be reached.
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

    /** Shows every object once, in no order. What is put or removed meanwhile may be shown or not. */
    void visitAll(Visitor visitor) throws IOException;

    /** Sees one object after the other. */
    @FunctionalInterface
    interface Visitor {
        /** @param size in bytes */
        void visit(String key, long size) throws IOException;
    }

    /** An object that is there. */
    interface StoredObject {
        /** In bytes. */
        long size();

        /** These bytes of its content, all of which it has. The caller closes the stream. */
        InputStream open(long offset, long length) throws IOException;

        /** All of its content. */
        default InputStream open() throws IOException {
            return open(0, size());
        }

        /** Its content for a reader that may need no more than the beginning: more is fetched only when that is read. */
        default InputStream beginning() {
            return new Beginning(this);
        }

        /**
         * An address at which anybody may get it from the store itself, where the store has such.
         *
         * @param lifetime how long it is to be good at most
         */
        default Optional<Link> link(Shown shown, Duration lifetime) {
            return Optional.empty();
        }
    }

    /** An address that anybody may use for a while. */
    record Link(URI address, Duration lifetime) {}

    /** What the store says of an object that it serves by itself: the values of Content-Type, Content-Disposition and Cache-Control. */
    record Shown(String type, String disposition, String caching) {}

    /** More bytes than allowed. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long maximum) {
            super("more than " + maximum + " bytes");
        }
    }
}
