package io.guildhall.eventlog.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(10);

    @Test
    void whoTakesTheLastWaitsUntilThereIsRoomAgain() {
        assertThat(next(9)).isCompleted();
        CompletableFuture<Void> last = next(1);
        assertThat(last).isNotDone();
        assertThat(next(5)).isNotDone();
        room.give(5);
        assertThat(last).isNotDone();

        room.give(1);

        assertThat(last).isCompleted();
        assertThat(room.taken()).isEqualTo(9);
    }

    private CompletableFuture<Void> next(long some) {
        return room.take(some).toCompletableFuture();
    }
}
