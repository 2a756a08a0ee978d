package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is in a thread, and since when; 16 bytes each. It never changes.
 *
 * @param users sorted
 * @param joinedAt of each user, in ms since 1970
 */
public record ThreadRoster(long[] users, long[] joinedAt) {
    /** More are not let in. */
    public static final int MOST = 1_000;

    static final ThreadRoster EMPTY = new ThreadRoster(new long[0], new long[0]);
    private static final int BYTES = 2 * Long.BYTES;

    /** Reads what {@link #packed} made; null is an empty thread. */
    static ThreadRoster unpacked(ByteString packed) {
        if (packed == null) {
            return EMPTY;
        }
        ByteBuffer buffer = packed.asReadOnlyByteBuffer();
        long[] users = new long[packed.size() / BYTES];
        long[] joinedAt = new long[users.length];
        for (int index = 0; index < users.length; index++) {
            users[index] = buffer.getLong();
            joinedAt[index] = buffer.getLong();
        }
        return new ThreadRoster(users, joinedAt);
    }

    ByteString packed() {
        ByteBuffer buffer = ByteBuffer.allocate(users.length * BYTES);
        for (int index = 0; index < users.length; index++) {
            buffer.putLong(users[index]).putLong(joinedAt[index]);
        }
        return ByteString.copyFrom(buffer.flip());
    }

    public int size() {
        return users.length;
    }

    public boolean contains(long userId) {
        return Arrays.binarySearch(users, userId) >= 0;
    }

    /** In ms since 1970; 0 for who is not here. */
    public long joinedAt(long userId) {
        int index = Arrays.binarySearch(users, userId);
        return index < 0 ? 0 : joinedAt[index];
    }

    /** Everybody, by id. */
    public List<Long> list() {
        return Arrays.stream(users).boxed().toList();
    }

    ThreadRoster with(long userId, long at) {
        int found = Arrays.binarySearch(users, userId);
        if (found >= 0) {
            return this;
        }
        int place = -found - 1;
        return new ThreadRoster(inserted(users, place, userId), inserted(joinedAt, place, at));
    }

    ThreadRoster without(long userId) {
        int found = Arrays.binarySearch(users, userId);
        return found < 0 ? this : new ThreadRoster(removed(users, found), removed(joinedAt, found));
    }

    private static long[] inserted(long[] values, int place, long value) {
        long[] more = new long[values.length + 1];
        System.arraycopy(values, 0, more, 0, place);
        more[place] = value;
        System.arraycopy(values, place, more, place + 1, values.length - place);
        return more;
    }

    private static long[] removed(long[] values, int place) {
        return IntStream.range(0, values.length)
                .filter(index -> index != place)
                .mapToLong(index -> values[index])
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThreadRoster roster
                && Arrays.equals(users, roster.users)
                && Arrays.equals(joinedAt, roster.joinedAt);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(users) + Arrays.hashCode(joinedAt);
    }

    @Override
    public String toString() {
        return "ThreadRoster" + list();
    }
}
