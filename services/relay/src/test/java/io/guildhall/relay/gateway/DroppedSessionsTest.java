package io.guildhall.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Greeting;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DroppedSessionsTest {
    @Test
    void namesEachSessionOnceThoughItHadManyActors() {
        DroppedSessions both = of(3, 1, 3).and(of(2, 3));

        assertThat(greeting(both).getDroppedSessionsList()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void meansAllWhenThereAreTooManyToName() {
        DroppedSessions most =
                DroppedSessions.of(LongStream.range(0, DroppedSessions.MOST).toArray(), Instant.EPOCH);
        assertThat(greeting(most).getAllDropped()).isFalse();

        DroppedSessions more = most.and(of(DroppedSessions.MOST)).and(of(1));

        assertThat(greeting(more).getAllDropped()).isTrue();
        assertThat(greeting(more).getDroppedSessionsCount()).isZero();
    }

    private static DroppedSessions of(long... sessions) {
        return DroppedSessions.of(sessions, Instant.EPOCH);
    }

    private static Greeting greeting(DroppedSessions dropped) {
        Greeting.Builder greeting = Greeting.newBuilder();
        dropped.into(greeting);
        return greeting.build();
    }
}
