package io.guildhall.relay.audience;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The sessions of one partition on one gateway node, as columns. A row costs 24 bytes and the two indexes at most 24
 * more, which is what lets one relay hold millions. Rows move when others leave: no row number outlives a change.
 */
final class SessionTable {
    /** In the column of intents, a bit that no intent has: this session takes the events of private channels. */
    static final int DIRECT = 1 << 31;

    /** Below this many rows looking at each is as fast as an index, and a user's few sessions need no memory for one. */
    private static final int INDEXED_FROM = 12;

    private long[] numbers = new long[1];
    private long[] users = new long[1];
    private int[] intents = new int[1];
    private int[] classes = new int[1];
    private int size;
    private RowIndex byNumber;
    private RowIndex byUser;
    /** Null while no session here has asked for any. */
    private Topics topics;

    int size() {
        return size;
    }

    long number(int row) {
        return numbers[row];
    }

    long user(int row) {
        return users[row];
    }

    int intents(int row) {
        return intents[row];
    }

    int permissionClass(int row) {
        return classes[row];
    }

    void permissionClass(int row, int permissionClass) {
        classes[row] = permissionClass;
    }

    void intents(int row, int changed) {
        intents[row] = changed;
    }

    /** Adds a session whose number the table does not have. */
    int add(long number, long user, int wanted, int permissionClass) {
        if (size == numbers.length) {
            resize(size + size / 4 + 2);
        }
        int row = size++;
        numbers[row] = number;
        users[row] = user;
        intents[row] = wanted;
        classes[row] = permissionClass;
        if (byNumber != null) {
            byNumber.insert(numbers, row);
            byUser.insert(users, row);
        } else if (size >= INDEXED_FROM) {
            buildIndexes();
        }
        return row;
    }

    /** The row of the session with this number; -1 when there is none. */
    int find(long number) {
        int[] found = {-1};
        each(byNumber, numbers, number, row -> found[0] = row);
        return found[0];
    }

    /** Calls with each session of the user. The table must not change meanwhile. */
    void ofUser(long user, IntConsumer found) {
        each(byUser, users, user, found);
    }

    /** What the session asks for from now on. */
    void topics(long number, List<Long> wanted) {
        if (topics == null && !wanted.isEmpty()) {
            topics = new Topics();
        }
        if (topics != null) {
            topics.set(number, wanted);
        }
    }

    /** Whether the session asked for one of these, or is of a user among them. */
    boolean asks(int row, List<Long> wanted) {
        return wanted.stream()
                .anyMatch(topic -> topic == users[row] || (topics != null && topics.asks(numbers[row], topic)));
    }

    /** Calls with each session that asks for one of these, as {@link #asks} tells, once. The table must not change meanwhile. */
    void asking(List<Long> wanted, IntConsumer found) {
        BitSet rows = new BitSet();
        for (long topic : wanted) {
            ofUser(topic, rows::set);
            if (topics != null) {
                topics.each(topic, number -> rows.set(find(number)));
            }
        }
        rows.stream().forEach(found);
    }

    /** The last row takes the place of the removed one. */
    void remove(int row) {
        if (topics != null) {
            topics.forget(numbers[row]);
        }
        int last = size - 1;
        if (byNumber != null) {
            byNumber.remove(numbers, row);
            byUser.remove(users, row);
            if (row != last) {
                byNumber.renumber(numbers[last], last, row);
                byUser.renumber(users[last], last, row);
            }
        }
        numbers[row] = numbers[last];
        users[row] = users[last];
        intents[row] = intents[last];
        classes[row] = classes[last];
        size = last;
        if (numbers.length > 64 && size < numbers.length / 2) {
            resize(size + size / 4 + 2);
        }
    }

    private void each(RowIndex index, long[] column, long value, IntConsumer found) {
        if (index != null) {
            index.each(column, value, found);
            return;
        }
        for (int row = 0; row < size; row++) {
            if (column[row] == value) {
                found.accept(row);
            }
        }
    }

    private void buildIndexes() {
        byNumber = new RowIndex();
        byUser = new RowIndex();
        for (int row = 0; row < size; row++) {
            byNumber.insert(numbers, row);
            byUser.insert(users, row);
        }
    }

    private void resize(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        users = Arrays.copyOf(users, capacity);
        intents = Arrays.copyOf(intents, capacity);
        classes = Arrays.copyOf(classes, capacity);
    }
}
