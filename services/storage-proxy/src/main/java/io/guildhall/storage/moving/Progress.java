package io.guildhall.storage.moving;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Says every few seconds how far a copy is, how fast it goes and how long it will take. */
final class Progress implements CopyObserver {
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(2);

    private final OptionalLong rowsInAll;
    private final int rangesInAll;
    private final long rowsBefore;
    private final AtomicLong rows;
    private final AtomicInteger ranges;
    private final double begunAt;
    private final long begun = System.nanoTime();
    private final AtomicLong nextLine = new AtomicLong(begun + BETWEEN_LINES);
    private final Consumer<String> lines;

    /**
     * @param tasks as the copy begins, some of them perhaps done before
     * @param rowsInAll of the source; where they are not known, ranges are counted
     */
    Progress(List<CopyTask> tasks, OptionalLong rowsInAll, Consumer<String> lines) {
        this.rowsInAll = rowsInAll;
        this.rangesInAll = tasks.size();
        this.rowsBefore = tasks.stream().mapToLong(CopyTask::rows).sum();
        this.rows = new AtomicLong(rowsBefore);
        this.ranges =
                new AtomicInteger((int) tasks.stream().filter(CopyTask::done).count());
        this.begunAt = part();
        this.lines = lines;
    }

    @Override
    public void copied(CopyTask task, int more) {
        rows.addAndGet(more);
        if (task.done()) {
            ranges.incrementAndGet();
        }
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            lines.accept(line());
        }
    }

    /** The present state as one line. */
    String line() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        double part = part();
        double rate = (rows.get() - rowsBefore) / Math.max(seconds, 1e-3);
        String left = part > begunAt && part < 1
                ? ", about " + format(Duration.ofSeconds(Math.round(seconds * (1 - part) / (part - begunAt)))) + " left"
                : "";
        String of = rowsInAll.isPresent() ? String.format(Locale.ROOT, " of %,d", rowsInAll.getAsLong()) : "";
        return String.format(
                Locale.ROOT, "Copied %,d%s rows, %.1f %%, %,.0f rows/s%s", rows.get(), of, part * 100, rate, left);
    }

    /** Rows are an estimate where the source changes: it never says that all is done before it is. */
    private double part() {
        if (ranges.get() == rangesInAll) {
            return 1;
        }
        double part = rowsInAll.isPresent()
                ? rows.get() / (double) Math.max(1, rowsInAll.getAsLong())
                : ranges.get() / (double) rangesInAll;
        return Math.min(part, 0.999);
    }

    private static String format(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0
                        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                        : time.toSeconds() + " s";
    }
}
