package io.guildhall.storage.backup;

import io.guildhall.storage.durable.OwnersFiles;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What belongs to a backup: the last file that is written to one. Text, one line a file, and a checksum of all lines
 * at the end.
 */
record BackupManifest(Instant time, Instance.Kind kind, List<FileSeal> files) {
    static final String NAME = "backup.manifest";

    private static final String TITLE = "Guildhall backup 1";
    private static final String END = "end ";

    BackupManifest {
        files = List.copyOf(files);
    }

    void write(Path backup) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TITLE, time.toString(), kind.name()));
        files.forEach(file -> lines.add(file.toLine()));
        OwnersFiles.write(backup.resolve(NAME), String.join("\n", lines) + "\n" + END + checksum(lines) + "\n");
    }

    /** @throws BackupException when there is none, or not the whole of it */
    static BackupManifest read(Path backup) throws IOException, BackupException {
        Path file = backup.resolve(NAME);
        try {
            String text = Files.readString(file);
            if (!text.endsWith("\n")) {
                throw damaged(file);
            }
            return parse(backup, text.lines().toList());
        } catch (NoSuchFileException none) {
            throw new BackupException(backup + " is not a whole backup: it has no " + NAME + ".", none);
        } catch (MalformedInputException | DateTimeParseException | IllegalArgumentException damage) {
            throw damaged(file);
        }
    }

    private static BackupManifest parse(Path backup, List<String> lines) throws BackupException {
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw new BackupException(backup + " is no backup that this version of Guildhall can read.");
        }
        List<String> content = lines.subList(0, lines.size() - 1);
        if (content.size() < 3 || !lines.getLast().equals(END + checksum(content))) {
            throw damaged(backup.resolve(NAME));
        }
        List<FileSeal> files = content.stream().skip(3).map(FileSeal::parse).toList();
        return new BackupManifest(Instant.parse(content.get(1)), Instance.Kind.valueOf(content.get(2)), files);
    }

    private static BackupException damaged(Path file) {
        return new BackupException("The backup is damaged: " + file + " was cut short or changed.");
    }

    private static String checksum(List<String> lines) {
        CRC32C checksum = new CRC32C();
        lines.forEach(line -> checksum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
