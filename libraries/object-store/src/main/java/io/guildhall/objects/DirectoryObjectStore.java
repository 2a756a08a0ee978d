package io.guildhall.objects;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/** Objects as files below one directory. A file is written beside its place, forced to disk, then moved there. */
public final class DirectoryObjectStore implements ObjectStore {
    private static final String UNFINISHED = ".unfinished-";
    private static final int CHUNK = 64 * 1024;

    private final Path root;

    public DirectoryObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public long put(String key, InputStream content, long maximum) throws IOException {
        Path place = place(key);
        Path directory = place.getParent();
        Files.createDirectories(directory, forOwner());
        Path unfinished = directory.resolve(UNFINISHED + UUID.randomUUID());
        try {
            long size = write(unfinished, content, maximum);
            Files.move(unfinished, place, ATOMIC_MOVE, REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What is in a directory is for whoever has an address, and for no other user of this machine. */
    private FileAttribute<?>[] forOwner() {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public Optional<StoredObject> find(String key) throws IOException {
        Path place = place(key);
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoredFile(place, Files.size(place)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    @Override
    public void deleteAll(String prefix) throws IOException {
        Path directory = place(prefix);
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, new Removal());
        }
    }

    @Override
    public void visitAll(Visitor visitor) throws IOException {
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, new Visit(root, visitor));
        }
    }

    /** Shows finished files by their keys. */
    private record Visit(Path root, Visitor visitor) implements FileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.getFileName().toString().startsWith(UNFINISHED)) {
                StringJoiner key = new StringJoiner("/");
                root.relativize(file).forEach(segment -> key.add(segment.toString()));
                visitor.visit(ObjectKeys.checked(key.toString()), attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return passedOver(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : passedOver(failure);
        }

        /** What went meanwhile is not there. */
        private static FileVisitResult passedOver(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /** Removes what it comes by, directories behind what is in them. Others may remove or add files meanwhile. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }

    private static long write(Path file, InputStream content, long maximum) throws IOException {
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                size += count;
                if (size > maximum) {
                    throw new TooLarge(maximum);
                }
                ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, count);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        return size;
    }

    private Path place(String key) {
        Path place = root;
        for (String segment : ObjectKeys.segments(key)) {
            place = place.resolve(segment);
        }
        return place;
    }

    private record StoredFile(Path file, long size) implements StoredObject {
        @Override
        public InputStream open(long offset, long length) throws IOException {
            FileChannel channel = FileChannel.open(file);
            channel.position(offset);
            return new Part(Channels.newInputStream(channel), length);
        }
    }
}
