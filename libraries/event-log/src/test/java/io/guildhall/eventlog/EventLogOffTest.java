package io.guildhall.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that has the library, and no servers. */
@QuarkusTest
class EventLogOffTest {
    private static final ActorKey GUILD =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(41).build();

    @Inject
    InstalledEventLog log;

    @Test
    void theProcessStartsAndReadsNothing() {
        assertThat(log.reads(MessageFact.TOPIC)).isFalse();
    }

    @Test
    void whatIsLeftFromATimeWithALogHoldsNothingUp() {
        log.begins(GUILD, 7);

        assertThat(log.take(GUILD, List.of(LogEntry.getDefaultInstance()))).isCompleted();
        assertThat(log.gap(GUILD, Position.getDefaultInstance())).isCompleted();
    }

    @Test
    void noClientOfKafkaIsAtWork() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("kafka") || name.startsWith("smallrye-kafka"));
    }
}
