package io.guildhall.storage.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What a file in a backup must be like.
 *
 * @param path relative to the backup, with slashes
 */
record FileSeal(String path, long size, int checksum) {
    private static final int CHUNK_BYTES = 1 << 16;

    /** Copies a file's bytes into an empty file, and seals what was copied. */
    static FileSeal copy(Path from, Path to, String path) throws IOException {
        try (InputStream input = Files.newInputStream(from);
                OutputStream output = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            return read(input, output, path);
        }
    }

    static FileSeal of(Path file, String path) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return read(input, OutputStream.nullOutputStream(), path);
        }
    }

    /** The text form of {@link #toLine}. */
    static FileSeal parse(String line) {
        String[] parts = line.split(" ", 3);
        return new FileSeal(parts[2], Long.parseLong(parts[0]), HexFormat.fromHexDigits(parts[1]));
    }

    String toLine() {
        return size + " " + HexFormat.of().toHexDigits(checksum) + " " + path;
    }

    private static FileSeal read(InputStream input, OutputStream output, String path) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] chunk = new byte[CHUNK_BYTES];
        long size = 0;
        for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
            checksum.update(chunk, 0, count);
            output.write(chunk, 0, count);
            size += count;
        }
        return new FileSeal(path, size, (int) checksum.getValue());
    }
}
