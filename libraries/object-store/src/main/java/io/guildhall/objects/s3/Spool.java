package io.guildhall.objects.s3;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectStoreAwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where uploads wait until they are whole: a store wants to know a file's length and checksum before its first byte, and gets it
 * again when an attempt failed. They are files that have no name, so nothing of them is left when the process ends in whatever way, and no heap.
 */
public final class Spool {
    private static final int CHUNK = 64 * 1024;

    private final Path directory;
    private final long maximum;
    private final AtomicLong taken = new AtomicLong();

    /** @param maximum bytes that all that wait may have together */
    public Spool(Path directory, long maximum) {
        this.directory = directory;
        this.maximum = maximum;
    }

    /** Bytes that wait. */
    long taken() {
        return taken.get();
    }

    /**
     * Takes everything that the stream gives. The caller closes what comes of it.
     *
     * @throws ObjectStore.TooLarge for more bytes than {@code most}
     * @throws ObjectStoreAwayException when there is no room
     */
    Spooled take(InputStream content, long most) throws IOException {
        FileChannel file = FileChannel.open(
                directory.resolve("guildhall-upload-" + UUID.randomUUID()), CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
        Room room = new Room();
        try {
            MessageDigest checksum = sha256();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                size += count;
                if (size > most) {
                    throw new ObjectStore.TooLarge(most);
                }
                room.take(count);
                checksum.update(chunk, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            return new Spooled(file, size, checksum.digest(), room::leave);
        } catch (IOException | RuntimeException | Error failure) {
            room.leave();
            file.close();
            throw failure;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What one upload takes of the whole. */
    private final class Room {
        private long mine;

        void take(int count) throws ObjectStoreAwayException {
            mine += count;
            if (taken.addAndGet(count) > maximum) {
                throw new ObjectStoreAwayException("uploads under way take all of their " + maximum + " bytes");
            }
        }

        void leave() {
            taken.addAndGet(-mine);
            mine = 0;
        }
    }
}
