package io.guildhall.storage.tool;

import io.guildhall.storage.moving.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second move from using the same checkpoint. The operating system gives it back when the process ends. */
final class CheckpointLock implements AutoCloseable {
    private final FileChannel channel;

    private CheckpointLock(FileChannel channel) {
        this.channel = channel;
    }

    static CheckpointLock take(Path checkpoint) throws RefusedException {
        Path file = checkpoint.resolveSibling(checkpoint.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new RefusedException("Another migration with the checkpoint " + checkpoint + " is running.");
            }
            return new CheckpointLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoint " + checkpoint + " cannot be written: " + failure, failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock of the checkpoint cannot be released", failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
