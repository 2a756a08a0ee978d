package io.guildhall.storage.embedded;

import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The directory that holds the data, locked for this process. The operating system drops the lock when the process
 * ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "lock";
    private static final String DATA_FILE = "guildhall.store";
    private static final String LOG_FILE = "guildhall.log";
    private static final int PAGE_BYTES = 4 << 10;
    private static final int MAX_HOLDER_BYTES = 32;

    private final Path path;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    static DataDirectory lock(Path path) {
        try {
            FileChannel channel = lockFile(path);
            if (!tryLock(channel)) {
                String holder = holder(channel);
                channel.close();
                throw failure("The data directory " + path + " is in use by " + holder
                        + ". Stop that process first, or choose another directory.");
            }
            writeHolder(channel);
            return new DataDirectory(path, channel);
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /** The directory, or nothing when another process holds it. */
    static Optional<DataDirectory> tryLock(Path path) {
        try {
            FileChannel channel = lockFile(path);
            if (!tryLock(channel)) {
                channel.close();
                return Optional.empty();
            }
            writeHolder(channel);
            return Optional.of(new DataDirectory(path, channel));
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /** Whether another process holds the directory; makes nothing where there is no directory. */
    static boolean isHeld(Path path) {
        if (Files.notExists(path.resolve(LOCK_FILE))) {
            return false;
        }
        Optional<DataDirectory> free = tryLock(path);
        free.ifPresent(DataDirectory::close);
        return free.isEmpty();
    }

    static boolean hasData(Path path) {
        return Files.isRegularFile(dataFile(path));
    }

    static Path dataFile(Path path) {
        return path.resolve(DATA_FILE);
    }

    private static FileChannel lockFile(Path path) throws IOException {
        OwnersFiles.claimDirectory(path);
        return FileChannel.open(
                path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static StoreException unwritable(Path path, IOException failure) {
        return new StoreException(
                StoreException.Reason.FAILED,
                "The data directory " + path + " cannot be written (" + failure
                        + "). Give this user write permission to it, or choose another directory.",
                failure);
    }

    Engine open(EmbeddedStoreOptions options, Clock clock) {
        Path file = dataFile(path);
        try {
            MVStore store =
                    builder(options.cacheMegabytes()).fileName(file.toString()).open();
            GroupLog log = openLog(store, options.sync());
            syncDirectory();
            return Engine.open(store, Optional.of(log), options, clock);
        } catch (MVStoreException | UncheckedIOException failure) {
            throw new StoreException(
                    StoreException.Reason.FAILED,
                    "The data file " + file + " cannot be opened: " + failure.getMessage(),
                    failure);
        }
    }

    private GroupLog openLog(MVStore store, boolean sync) {
        try {
            return GroupLog.open(path.resolve(LOG_FILE), sync);
        } catch (UncheckedIOException failure) {
            store.closeImmediately();
            throw failure;
        }
    }

    /** Keeps commits in the caller's hands: no background thread, and no commit because much is unsaved. */
    static MVStore.Builder builder(int cacheMegabytes) {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(cacheMegabytes);
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException failure) {
            throw new StoreException(
                    StoreException.Reason.FAILED, "The lock of " + path + " cannot be released", failure);
        }
    }

    /** A new file is only safe when its name in the directory is. */
    private void syncDirectory() {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException failure) {
            throw new StoreException(
                    StoreException.Reason.FAILED, "The directory " + path + " cannot be synced", failure);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(MAX_HOLDER_BYTES);
        channel.read(holder, 0);
        holder.flip();
        String process = StandardCharsets.US_ASCII.decode(holder).toString().strip();
        return process.isEmpty() ? "another process" : "process " + process;
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(process), 0);
    }

    private static StoreException failure(String message) {
        return new StoreException(StoreException.Reason.FAILED, message);
    }
}
