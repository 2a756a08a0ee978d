package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import io.guildhall.model.rpc.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A guild with a thousand active threads, in which one begins every second, stays cheap: what is done in it writes and tells as much as in
 * a guild with one. What it tells is all that relays get, which know no threads.
 */
class ThreadCostTest extends ThreadTestBase {
    private static final int MOST_ACTIVE = 1000;

    /** Numbers grow, and with them what says them. */
    private static final int DIGITS = 64;

    /** What a command caused, in things and in bytes. */
    private record Cost(List<String> events, long told, int writes, long written) {}

    @Test
    void whatIsDoneWithOneThreadCostsTheSameAmongAThousand() {
        Runnable lifeOfOne = () -> {
            long thread = standalone(11, MEMBER);
            send(thread, OTHER, "hello");
            update(thread, OWNER, "{\"name\":\"Renamed\"}");
            update(thread, OWNER, "{\"archived\":true}");
            send(thread, OTHER, "back");
            update(thread, OWNER, "{\"archived\":true}");
        };
        lifeOfOne.run();
        Cost alone = cost(lifeOfOne);
        for (int more = 1; more < MOST_ACTIVE; more++) {
            standalone(11, OTHER);
        }
        Cost amongMany = cost(lifeOfOne);

        assertThat(guild.state().threads().byId().size()).isEqualTo(MOST_ACTIVE - 1);
        assertThat(amongMany.events()).isEqualTo(alone.events());
        assertThat(amongMany.told()).isBetween(alone.told() - DIGITS, alone.told() + DIGITS);
        assertThat(amongMany.writes()).isEqualTo(alone.writes());
        assertThat(amongMany.written()).isBetween(alone.written() - DIGITS, alone.written() + DIGITS);
        assertThat(alone.told()).as("bytes told of six commands").isLessThan(20_000);
    }

    private Cost cost(Runnable commands) {
        guild.takeEvents();
        guild.takeWrites();
        commands.run();
        List<Event> events = guild.takeEvents();
        List<? extends MessageLite> writes = guild.takeWrites();
        return new Cost(events.stream().map(Event::getName).toList(), bytes(events), writes.size(), bytes(writes));
    }

    private static long bytes(List<? extends MessageLite> all) {
        return all.stream().mapToLong(MessageLite::getSerializedSize).sum();
    }
}
