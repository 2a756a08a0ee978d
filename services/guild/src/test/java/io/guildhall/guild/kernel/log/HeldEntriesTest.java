package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers keep in memory while those are away for whom it is. */
class HeldEntriesTest {
    private static final int KIB = 1 << 10;
    private static final int TOGETHER = 5;

    private final Memory memory = new Memory(1 << 20);

    @Test
    void oneReaderHoldsSoManyEntriesAtMost() {
        HeldEntries held = held();

        assertThat(IntStream.range(0, 10_000).filter(index -> held.offer(entry(1, 1), 1)))
                .hasSize(HeldEntries.MOST_ENTRIES);
    }

    @Test
    void oneReaderHoldsSoManyBytesAtMost() {
        HeldEntries held = held();
        IntStream.range(0, 1_000).forEach(index -> held.offer(entry(1, KIB), 1));

        assertThat(memory.used()).isBetween(HeldEntries.MOST_BYTES - 2 * KIB, HeldEntries.MOST_BYTES);
    }

    @Test
    void allReadersTogetherHoldWhatTheNodeAllowsAndOneEntryEach() {
        for (int reader = 0; reader < 100; reader++) {
            HeldEntries held = held();
            assertThat(held.offer(entry(1, KIB), 1)).isTrue();
            IntStream.range(0, 1_000).forEach(index -> held.offer(entry(1, KIB), 1));
        }

        assertThat(memory.used()).isLessThan((1 << 20) + 100 * 2 * KIB);
    }

    @Test
    void whatIsDoneOrGivenUpMakesRoom() {
        HeldEntries held = held();
        held.offer(entry(1, KIB), 1);
        held.offer(entry(1, KIB), 1);
        HeldEntries.Item first = held.next().getFirst();
        assertThat(held.next()).isEmpty();
        held.done(first);
        held.goOn(first);
        assertThat(held.takeDone()).contains(first);
        assertThat(held.takeDone()).isEmpty();
        long one = memory.used();
        assertThat(one).isBetween((long) KIB, 2L * KIB);
        held.clear();

        assertThat(memory.used()).isZero();
    }

    @Test
    void entriesOfDifferentLinesAreOfferedSideBySideAndLeaveInOrder() {
        HeldEntries held = held();
        held.offer(entry(1, 1), 1);
        held.offer(entry(2, 1), 1);
        HeldEntries.Item first = held.next().getFirst();
        HeldEntries.Item second = held.next().getFirst();
        held.done(second);
        assertThat(held.takeDone()).isEmpty();
        held.done(first);

        assertThat(held.takeDone()).contains(first);
        assertThat(held.takeDone()).contains(second);
        assertThat(held.takeDone()).isEqualTo(Optional.empty());
    }

    @Test
    void entriesOfOneLineAreOfferedTogetherSoManyAtMostAndThoseBehindThemLater() {
        HeldEntries held = held();
        IntStream.range(0, 7).forEach(index -> held.offer(entry(1, 1), index));
        List<HeldEntries.Item> first = held.next();
        assertThat(first).extracting(HeldEntries.Item::part).containsExactly(0L, 1L, 2L, 3L, 4L);
        first.subList(0, 2).forEach(held::done);
        held.goOn(first.getFirst());

        assertThat(held.next()).extracting(HeldEntries.Item::part).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(held.next()).isEmpty();
    }

    @Test
    void entriesAreOfferedTogetherUpToSoManyBytesAndALargeOneAlone() {
        HeldEntries held = held();
        held.offer(entry(1, HeldEntries.MOST_BYTES_TOGETHER), 1);
        IntStream.range(2, 5).forEach(index -> held.offer(entry(1, HeldEntries.MOST_BYTES_TOGETHER * 3 / 8), index));
        List<HeldEntries.Item> large = held.next();
        assertThat(large).extracting(HeldEntries.Item::part).containsExactly(1L);
        held.done(large.getFirst());
        held.goOn(large.getFirst());

        assertThat(held.next()).extracting(HeldEntries.Item::part).containsExactly(2L, 3L);
    }

    @Test
    void anEntryThatFailedIsOfferedAloneFromThenOn() {
        HeldEntries held = held();
        held.offer(entry(1, 1), 1);
        held.offer(entry(1, 1), 2);
        HeldEntries.Item first = held.next().getFirst();
        first.failed();
        held.goOn(first);

        assertThat(held.next()).containsExactly(first);
    }

    private HeldEntries held() {
        return new HeldEntries(entry -> entry.getMessage().getActor(), TOGETHER, memory);
    }

    private static LogEntry entry(long target, int bytes) {
        return LogEntry.newBuilder()
                .setMessage(Command.newBuilder()
                        .setActor(Keys.user(target))
                        .setInternal(Internal.newBuilder().setBody(ByteString.copyFrom(new byte[bytes]))))
                .build();
    }
}
