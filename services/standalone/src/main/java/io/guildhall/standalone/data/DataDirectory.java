package io.guildhall.standalone.data;

import io.guildhall.storage.durable.OwnersFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where one instance keeps everything: the store, the attachments and its secrets. Held by at most one process at a time,
 * through a file lock that the operating system gives back even after SIGKILL.
 */
public final class DataDirectory implements AutoCloseable {
    private static final int SECRET_BYTES = 32;
    private static final Set<PosixFilePermission> ONLY_THE_OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be, closes it to other users and takes it for this process.
     *
     * @throws DataDirectoryInUseException when another process has it
     */
    public static DataDirectory claim(Path directory) throws IOException, DataDirectoryInUseException {
        Path root = directory.toAbsolutePath().normalize();
        OwnersFiles.claimDirectory(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DataDirectoryInUseException(root);
        }
        return new DataDirectory(root, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    public Path store() {
        return root.resolve("store");
    }

    public Path attachments() {
        return root.resolve("attachments");
    }

    /** Mail that is not sent. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** The index of messages; what is in it comes from the store. */
    public Path search() {
        return root.resolve("search");
    }

    /** The secret as hexadecimal text; made at the first call of the first start and kept, readable by the owner only. */
    public String secret(Secret secret) throws IOException {
        return secret(secret, DataDirectory::random);
    }

    /** As {@link #secret(Secret)}, of another form. */
    public String secret(Secret secret, Supplier<String> made) throws IOException {
        Path file = root.resolve(secret.fileName());
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException firstStart) {
            return keep(file, made.get());
        }
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Written beside its place, synchronised and moved: a crash leaves either no secret or a whole one. */
    private static String keep(Path file, String secret) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, asFarAsPossible(draft, ONLY_THE_OWNER));
        Files.writeString(draft, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(draft, file);
        return secret;
    }

    private static FileAttribute<?>[] asFarAsPossible(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
