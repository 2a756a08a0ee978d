package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredStorageTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StorageFacade storage = new MeasuredStorage(new InMemoryStorage(), new StorageTimes(meters));

    @Test
    void countsReadsAndWritesApartAndPassesThemOn() {
        Mutation epoch =
                Write.to(ActorEpochs.TABLE, 0L, 7L).set(ActorEpochs.EPOCH, 3L).build();

        storage.writeNow(List.of(epoch));

        assertThat(storage.row(ActorEpochs.TABLE, 0L, 7L)).isPresent();
        assertThat(timed("write")).isEqualTo(1);
        assertThat(timed("read")).isEqualTo(1);
    }

    private long timed(String call) {
        return meters.get("guildhall.guild.storage").tag("call", call).timer().count();
    }
}
