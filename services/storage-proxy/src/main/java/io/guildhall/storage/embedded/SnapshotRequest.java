package io.guildhall.storage.embedded;

import io.guildhall.storage.durable.OwnersFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * How another process of the same user asks the one that holds a data directory for a snapshot, and hears of it: through
 * two small files in that directory, which nobody else can write to. Whoever asks takes the request back by deleting it,
 * and deletes the answer when it was read.
 *
 * @param directory the data directory
 * @param id names the request among others
 */
record SnapshotRequest(Path directory, String id) {
    private static final String PREFIX = "snapshot-";
    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final String FILE = "file";
    private static final String STATE = "state";
    private static final String MESSAGE = "message";

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** What the serving process says of a request; the message is empty unless it failed. */
    record Answer(State state, String message) {}

    static SnapshotRequest make(Path directory, Path file) throws IOException {
        SnapshotRequest request =
                new SnapshotRequest(directory, UUID.randomUUID().toString());
        write(request.requestFile(), FILE, file.toAbsolutePath().toString(), "", "");
        return request;
    }

    /** Any request that waits in the directory. */
    static Optional<SnapshotRequest> waiting(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*" + REQUEST)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.substring(PREFIX.length(), name.length() - REQUEST.length());
                return Optional.of(new SnapshotRequest(directory, id));
            }
            return Optional.empty();
        }
    }

    /** Removes what is left of earlier lives: nobody waits for it. */
    static void forgetAll(Path directory) throws IOException {
        String ours = PREFIX + "*{" + REQUEST + "," + ANSWER + "}*";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ours)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Where the snapshot shall be; empty when the request was taken back. */
    Optional<Path> file() throws IOException {
        return read(requestFile()).map(entries -> Path.of(entries.getProperty(FILE, "")));
    }

    boolean isTakenBack() {
        return Files.notExists(requestFile());
    }

    /** Removes the request; its answer stays. */
    void forget() throws IOException {
        Files.deleteIfExists(requestFile());
    }

    /** For whoever asked: ends it, whatever its state. */
    void takeBack() throws IOException {
        forget();
        Files.deleteIfExists(answerFile());
    }

    Optional<Answer> answer() throws IOException {
        return read(answerFile())
                .map(entries -> new Answer(State.valueOf(entries.getProperty(STATE)), entries.getProperty(MESSAGE)));
    }

    void say(State state, String message) throws IOException {
        write(answerFile(), STATE, state.name(), MESSAGE, message);
    }

    private Path requestFile() {
        return directory.resolve(PREFIX + id + REQUEST);
    }

    private Path answerFile() {
        return directory.resolve(PREFIX + id + ANSWER);
    }

    private static void write(Path file, String name, String value, String otherName, String otherValue)
            throws IOException {
        Properties entries = new Properties();
        entries.setProperty(name, value);
        if (!otherName.isEmpty()) {
            entries.setProperty(otherName, otherValue);
        }
        StringWriter text = new StringWriter();
        entries.store(text, null);
        OwnersFiles.write(file, text.toString());
    }

    private static Optional<Properties> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties entries = new Properties();
            entries.load(reader);
            return Optional.of(entries);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
