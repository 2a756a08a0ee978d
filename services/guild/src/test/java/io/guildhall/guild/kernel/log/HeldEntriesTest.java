package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.LogEntry;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers keep in memory while those are away for whom it is. */
class HeldEntriesTest {
    private static final int KIB = 1 << 10;

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
        HeldEntries.Item first = held.next().orElseThrow();
        assertThat(held.next()).isEmpty();
        held.done(first);
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
        HeldEntries.Item first = held.next().orElseThrow();
        HeldEntries.Item second = held.next().orElseThrow();
        held.done(second);
        assertThat(held.takeDone()).isEmpty();
        held.done(first);

        assertThat(held.takeDone()).contains(first);
        assertThat(held.takeDone()).contains(second);
        assertThat(held.takeDone()).isEqualTo(Optional.empty());
    }

    private HeldEntries held() {
        return new HeldEntries(entry -> entry.getMessage().getActor(), memory);
    }

    private static LogEntry entry(long target, int bytes) {
        return LogEntry.newBuilder()
                .setMessage(Command.newBuilder()
                        .setActor(Keys.user(target))
                        .setInternal(Internal.newBuilder().setBody(ByteString.copyFrom(new byte[bytes]))))
                .build();
    }
}
