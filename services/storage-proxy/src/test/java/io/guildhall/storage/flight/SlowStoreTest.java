package io.guildhall.storage.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that hangs: readers are turned away, and nothing here grows. */
class SlowStoreTest {
    private static final FlightLimits LIMITS = new FlightLimits(3, 20, 5, 50, Duration.ofSeconds(4));

    private final HeldStore store = new HeldStore();
    private final HeldAlarms alarms = new HeldAlarms();
    private final Flights flights = new Flights(store, Sharing.HERE, LIMITS, FlightObserver.NONE, alarms, () -> 0);

    @Test
    void aHangingStoreIsAskedNoMoreThanTheBoundsAllow() {
        int refused = 0;
        for (int reader = 0; reader < 100_000; reader++) {
            try {
                flights.read(page(reader % 1_000, 1 + reader % 7));
            } catch (TooManyFlightsException shed) {
                refused++;
            }
        }

        assertThat(store.reads).hasSize(LIMITS.inAll());
        assertThat(flights.running()).isEqualTo(LIMITS.inAll());
        assertThat(flights.waiting()).isLessThanOrEqualTo(LIMITS.waiting());
        assertThat(alarms.waiting()).isEqualTo(LIMITS.inAll());
        assertThat(refused).isEqualTo(100_000 - flights.waiting());
    }

    @Test
    void afterTheDeadlineReadersAreLetInAgain() {
        for (int channel = 0; channel < LIMITS.inAll(); channel++) {
            flights.read(page(channel, 1));
        }
        assertThatThrownBy(() -> flights.read(page(1_000, 1)))
                .isInstanceOf(TooManyFlightsException.class)
                .hasMessage("Too many reads are under way; try again later.");

        alarms.ringAll();

        assertThat(flights.running()).isZero();
        assertThat(flights.waiting()).isZero();
        assertThat(flights.read(page(1_000, 1))).isNotDone();
    }

    @Test
    void oneReadHasABoundOnItsCallers() {
        for (int reader = 0; reader < LIMITS.aboard(); reader++) {
            flights.read(page(1, 1));
        }

        assertThatThrownBy(() -> flights.read(page(1, 1)))
                .isInstanceOf(TooManyFlightsException.class)
                .hasMessage("Too many callers wait for the same read; try again later.");
        assertThat(flights.waiting()).isEqualTo(LIMITS.aboard());
    }

    @Test
    void allCallersTogetherHaveABound() {
        for (int reader = 0; reader < LIMITS.waiting(); reader++) {
            flights.read(page(reader / LIMITS.aboard(), 1));
        }

        assertThatThrownBy(() -> flights.read(page(1_000, 1)))
                .isInstanceOf(TooManyFlightsException.class)
                .hasMessage("Too many callers wait for reads; try again later.");
    }

    @Test
    void onePartitionHasABoundOnItsReads() {
        for (int limit = 1; limit <= LIMITS.perPartition(); limit++) {
            flights.read(page(1, limit));
        }

        assertThatThrownBy(() -> flights.read(page(1, 9)))
                .isInstanceOf(TooManyFlightsException.class)
                .hasMessage("Too many reads of this partition are under way; try again later.");
    }

    private static ReadRequest page(long channel, int limit) {
        return Read.from(Messages.TABLE, channel, 2L).limit(limit).build();
    }
}
