package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.storage.store.StoreException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTest {
    @Test
    void oneMoreThanFitsIsRefusedAtOnce() {
        InFlight writes = new InFlight(2, 100);
        writes.enter(1);
        writes.enter(1);

        assertThatThrownBy(() -> writes.enter(1))
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(StoreException.Reason.OVERLOADED));
        writes.leave(1);
        writes.enter(1);
    }

    @Test
    void bytesAreBoundedTooButASingleLargeOneComesIn() {
        InFlight writes = new InFlight(10, 100);
        writes.enter(1_000);

        assertThatThrownBy(() -> writes.enter(1)).isInstanceOf(StoreException.class);
        writes.leave(1_000);
        writes.enter(60);
        assertThatThrownBy(() -> writes.enter(60)).isInstanceOf(StoreException.class);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndLetsNothingIn() {
        InFlight writes = new InFlight(10, 100);
        writes.enter(1);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(writes::close);
        while (!writes.isClosed()) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> writes.enter(1))
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(StoreException.Reason.CLOSED));
        assertThat(closed).isNotDone();
        writes.leave(1);
        closed.join();
    }
}
