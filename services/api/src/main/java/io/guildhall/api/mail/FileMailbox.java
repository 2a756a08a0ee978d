package io.guildhall.api.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mail as files for whoever operates the instance, in the form of RFC 5322, readable by the owner of the process only. The newest {@value #MOST}
 * are kept: who asks for much mail fills no disk.
 */
final class FileMailbox implements Mailbox {
    static final int MOST = 1_000;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String from;
    private final Clock clock;
    private long count;

    FileMailbox(Path directory, String from, Clock clock) {
        this.directory = directory;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public synchronized void send(Mail mail) {
        try {
            Files.createDirectories(directory, forOwner("rwx------"));
            String name = "%s-%06d.eml".formatted(NAME.format(clock.instant()), count++ % 1_000_000);
            Path draft = Files.createFile(directory.resolve(name + ".new"), forOwner("rw-------"));
            Files.write(draft, written(mail).getBytes(UTF_8));
            Files.move(draft, directory.resolve(name));
            forgetOldest();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String written(Mail mail) {
        return """
            Date: %s\r
            From: %s\r
            To: %s\r
            Subject: =?UTF-8?B?%s?=\r
            MIME-Version: 1.0\r
            Content-Type: text/plain; charset=UTF-8\r
            Content-Transfer-Encoding: 8bit\r
            \r
            %s\
            """.formatted(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
                from,
                mail.to(),
                Base64.getEncoder().encodeToString(mail.subject().getBytes(UTF_8)),
                mail.text().replace("\n", "\r\n"));
    }

    private void forgetOldest() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(directory)) {
            all = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        for (Path oldest : all.subList(0, Math.max(0, all.size() - MOST))) {
            Files.deleteIfExists(oldest);
        }
    }

    private FileAttribute<?>[] forOwner(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
