package io.guildhall.storage.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;

/** Files that only their owner can read, which are there wholly or not at all. */
public final class OwnersFiles {
    private static final Logger LOG = Logger.getLogger(OwnersFiles.class);
    private static final Set<PosixFilePermission> ONLY_THE_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> ONLY_THE_OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");

    private OwnersFiles() {}

    /** Makes an empty file; fails when there is one. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, asFarAsPossible(file, ONLY_THE_OWNER));
    }

    /** Makes a directory; fails when there is one. */
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, asFarAsPossible(directory, ONLY_THE_OWNER_ENTERS));
    }

    /** Makes a directory and what it lies in, or closes to other users one that was there before, unless it is somebody else's. */
    public static void claimDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, asFarAsPossible(directory, ONLY_THE_OWNER_ENTERS));
        PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (view == null || view.readAttributes().permissions().equals(ONLY_THE_OWNER_ENTERS)) {
            return;
        }
        try {
            view.setPermissions(ONLY_THE_OWNER_ENTERS);
        } catch (IOException notOurs) {
            LOG.warnf(
                    "%s belongs to somebody else, who says which users of this machine may read it: %s",
                    directory, notOurs);
        }
    }

    /** Writes the whole file beside its place, syncs it and puts it there, over what was there before. */
    public static void write(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(draft);
        create(draft);
        Files.writeString(draft, content, StandardOpenOption.WRITE);
        sync(draft);
        publish(draft, file);
    }

    /** Moves a finished file or directory to its place, for ever. */
    public static void publish(Path draft, Path place) throws IOException {
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.toAbsolutePath().getParent());
    }

    /** Brings a file's content, or a directory's names, to the disk. */
    public static void sync(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** For leftovers: a file that stays is only logged. */
    public static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warnf("%s is of no use any more but cannot be deleted: %s", file, failure);
        }
    }

    private static FileAttribute<?>[] asFarAsPossible(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
