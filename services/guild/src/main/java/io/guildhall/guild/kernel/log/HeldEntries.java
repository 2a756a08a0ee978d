package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.LogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The entries that a reader has before it, in order, and which of them may be offered now: the first ones of each line.
 * Bounded in entries and bytes; what does not fit stays in the store only.
 */
final class HeldEntries {
    static final int MOST_ENTRIES = 512;
    static final long MOST_BYTES = 256 << 10;
    /**
     * How many looks an entry waits before it is overdue: longer than the work of a node that died takes to be taken over, and shorter than a
     * session may be left silent. Looks are counted and no time, so that a process which stood still does not take all that it has for overdue.
     */
    static final int PATIENCE = 20;
    /** Not all become overdue at once: those whom it is told may begin anew, all of them. */
    static final int SPREAD = 4;
    /** Offered together; a single entry may have more. */
    static final int MOST_BYTES_TOGETHER = 64 << 10;

    /** An entry on its way. */
    static final class Item {
        private final LogEntry entry;
        private final long part;
        private final Object line;
        private final int bytes;
        private boolean alone;
        private boolean done;
        private int refusals;
        private int failures;
        private int looks;

        private Item(LogEntry entry, long part, Object line) {
            this.entry = entry;
            this.part = part;
            this.line = line;
            this.bytes = entry.getSerializedSize();
        }

        LogEntry entry() {
            return entry;
        }

        long part() {
            return part;
        }

        /** How often it was not taken, this time among them. */
        int refused() {
            return ++refusals;
        }

        /** How often its target failed, this time among them. From now on it is offered alone. */
        int failed() {
            alone = true;
            return ++failures;
        }

        /** What it is offered with, one after the other. */
        Object line() {
            return line;
        }

        /** Whoever waits for it hears so; who begins to wait for it from now on is told as late as these were. */
        void told() {
            looks = 0;
        }

        private boolean look() {
            long patience = PATIENCE + Math.floorMod(entry.getPosition().getSequence(), SPREAD);
            return ++looks > patience;
        }

        /** From now on it is offered alone. */
        void alone() {
            alone = true;
        }
    }

    private final Function<LogEntry, Object> lineOf;
    private final int together;
    private final Memory memory;
    private final Deque<Item> items = new ArrayDeque<>();
    private final Map<Object, Deque<Item>> lines = new HashMap<>();
    private final Deque<Object> ready = new ArrayDeque<>();
    private long bytes;

    /** @param together how many entries of one line may be offered together */
    HeldEntries(Function<LogEntry, Object> lineOf, int together, Memory memory) {
        this.lineOf = lineOf;
        this.together = together;
        this.memory = memory;
    }

    /** False when there is no room; there always is for one entry. */
    boolean offer(LogEntry entry, long part) {
        Item item = new Item(entry, part, lineOf.apply(entry));
        if (items.isEmpty()) {
            memory.take(item.bytes);
        } else if (items.size() >= MOST_ENTRIES || bytes + item.bytes > MOST_BYTES || !memory.tryTake(item.bytes)) {
            return false;
        }
        items.add(item);
        bytes += item.bytes;
        Deque<Item> line = lines.computeIfAbsent(item.line, first -> new ArrayDeque<>());
        line.add(item);
        if (line.size() == 1) {
            ready.add(item.line);
        }
        return true;
    }

    /** What to offer next together, the first entries of a line, which is not ready again before {@link #goOn}; empty for nothing. */
    List<Item> next() {
        List<Item> next = new ArrayList<>();
        Object ofLine = ready.poll();
        if (ofLine != null) {
            int size = 0;
            for (Item item : lines.get(ofLine)) {
                size += item.bytes;
                if (!next.isEmpty() && !fits(next, size)) {
                    break;
                }
                next.add(item);
            }
        }
        return next;
    }

    private boolean fits(List<Item> others, int size) {
        return others.size() < together && size <= MOST_BYTES_TOGETHER && !others.getFirst().alone;
    }

    /** The first entry of its line need not be offered again. */
    void done(Item item) {
        item.done = true;
        lines.get(item.line).remove();
    }

    /** What is left of this entry's line may be offered. */
    void goOn(Item item) {
        if (lines.get(item.line).isEmpty()) {
            lines.remove(item.line);
        } else {
            ready.add(item.line);
        }
    }

    /** Takes out the first entry if it is done, and with it all before it are. */
    Optional<Item> takeDone() {
        Item first = items.peek();
        if (first == null || !first.done) {
            return Optional.empty();
        }
        items.remove();
        bytes -= first.bytes;
        memory.giveBack(first.bytes);
        return Optional.of(first);
    }

    /**
     * Each line of which an entry has waited for too long since it was last told of. All of the line: who is told of one entry can be spared
     * being told of the others.
     */
    List<List<Item>> overdue() {
        List<List<Item>> overdue = new ArrayList<>(0);
        for (Deque<Item> line : lines.values()) {
            boolean late = false;
            for (Item item : line) {
                late |= item.look();
            }
            if (late) {
                overdue.add(List.copyOf(line));
            }
        }
        return overdue;
    }

    /** Whether something waits there. */
    boolean holds(Object line) {
        return lines.containsKey(line);
    }

    Optional<Item> first() {
        return Optional.ofNullable(items.peek());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    boolean hasRoom() {
        return items.size() <= MOST_ENTRIES / 2 && bytes <= MOST_BYTES / 2;
    }

    void clear() {
        memory.giveBack(bytes);
        bytes = 0;
        items.clear();
        lines.clear();
        ready.clear();
    }
}
