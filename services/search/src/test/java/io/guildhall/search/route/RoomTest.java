package io.guildhall.search.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(10);

    @Test
    void whoTakesTooMuchWaitsUntilThereIsRoomAgain() {
        assertThat(next(10)).isCompleted();
        CompletableFuture<Void> tooMuch = next(1);
        assertThat(tooMuch).isNotDone();
        assertThat(next(5)).isNotDone();
        room.give(5);
        assertThat(tooMuch).isNotDone();

        room.give(1);

        assertThat(tooMuch).isCompleted();
        assertThat(room.taken()).isEqualTo(10);
    }

    private CompletableFuture<Void> next(long bytes) {
        return room.take(bytes).toCompletableFuture();
    }
}
