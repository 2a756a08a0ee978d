package io.guildhall.storage.moving;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.scan.ScanRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How far a copy is, in a file: whoever goes on from it repeats at most the page that was under way in each range. The file
 * is replaced as a whole and synced; threads that come at the same time share one replacement.
 */
final class Checkpoint {
    private static final String TITLE = "Guildhall migration 1";
    private static final String NOTHING = "-";

    private final Path file;
    private final Plan plan;
    private final Object writing = new Object();
    private final List<CopyTask> tasks;
    private long changes;
    private long written;

    /**
     * What a checkpoint is of.
     *
     * @param from the source, as it was given
     * @param to the target, as it was given
     * @param time the default time of copied cells, in microseconds since 1970
     */
    record Plan(String from, String to, long time) {}

    private Checkpoint(Path file, Plan plan, List<CopyTask> tasks) {
        this.file = file;
        this.plan = plan;
        this.tasks = new ArrayList<>(tasks);
    }

    /** A new one, over any that was there. */
    static Checkpoint begin(Path file, Plan plan, List<CopyTask> tasks) {
        Checkpoint checkpoint = new Checkpoint(file, plan, tasks);
        checkpoint.write();
        return checkpoint;
    }

    /**
     * The one in the file, if there is one.
     *
     * @throws IllegalArgumentException when the file is none, or damaged
     */
    static Optional<Checkpoint> load(Path file) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 5 || !lines.getFirst().equals(TITLE)) {
                throw new IllegalArgumentException(file + " is no checkpoint of a migration.");
            }
            List<String> content = lines.subList(0, lines.size() - 1);
            if (!lines.getLast().equals(checksum(content))) {
                throw new IllegalArgumentException("The checkpoint " + file + " is damaged.");
            }
            Plan plan = new Plan(lines.get(1), lines.get(2), Long.parseLong(lines.get(3)));
            return Optional.of(new Checkpoint(
                    file, plan, content.stream().skip(4).map(Checkpoint::parse).toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoint " + file + " cannot be read: " + failure, failure);
        }
    }

    Plan plan() {
        return plan;
    }

    List<CopyTask> tasks() {
        synchronized (tasks) {
            return List.copyOf(tasks);
        }
    }

    boolean isDone() {
        return tasks().stream().allMatch(CopyTask::done);
    }

    /**
     * Sets how far one task is; durable when this returns.
     *
     * @throws UncheckedIOException with a sentence for the operator when the file cannot be written
     */
    void set(int task, CopyTask state) {
        long mine;
        synchronized (tasks) {
            tasks.set(task, state);
            changes++;
            mine = changes;
        }
        synchronized (writing) {
            if (written < mine) {
                write();
            }
        }
    }

    private void write() {
        List<String> lines = new ArrayList<>(List.of(TITLE, plan.from(), plan.to(), Long.toString(plan.time())));
        long covers;
        synchronized (tasks) {
            covers = changes;
            tasks.forEach(task -> lines.add(format(task)));
        }
        try {
            OwnersFiles.write(file, String.join("\n", lines) + "\n" + checksum(lines) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoint " + file + " cannot be written: " + failure, failure);
        }
        written = covers;
    }

    private static String format(CopyTask task) {
        String next = task.done() ? "done" : task.next().map(Checkpoint::hex).orElse(NOTHING);
        return String.join(
                " ",
                task.table().name(),
                hex(task.range().from()),
                hex(task.range().to()),
                next,
                Long.toString(task.rows()));
    }

    private static CopyTask parse(String line) {
        String[] parts = line.split(" ", -1);
        ScanRange range = new ScanRange(bytes(parts[1]), bytes(parts[2]));
        boolean done = parts[3].equals("done");
        Optional<ByteString> next = done || parts[3].equals(NOTHING) ? Optional.empty() : Optional.of(bytes(parts[3]));
        return new CopyTask(Catalogue.table(parts[0]), range, next, done, Long.parseLong(parts[4]));
    }

    private static String hex(ByteString bytes) {
        return bytes.isEmpty() ? NOTHING : HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static ByteString bytes(String hex) {
        return hex.equals(NOTHING)
                ? ByteString.EMPTY
                : ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static String checksum(List<String> lines) {
        CRC32C checksum = new CRC32C();
        lines.forEach(line -> checksum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
