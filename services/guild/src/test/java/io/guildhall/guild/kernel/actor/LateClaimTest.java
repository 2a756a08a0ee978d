package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conditional write of a claim is not answered, and lands when the same node claims again. */
class LateClaimTest {
    private static final ActorKey KEY = Keys.guild(5);

    private final StoredRows rows = new StoredRows();
    private final LateConditions storage = new LateConditions();
    private final LeasedDiscovery discovery = new LeasedDiscovery("self", Duration.ofSeconds(10));
    private final List<Fence> told = new ArrayList<>();
    private final EpochClaim claim = new EpochClaim(
            discovery,
            node -> null,
            new Timestamps(Clock.systemUTC()),
            fence -> {
                told.add(fence);
                return Duration.ZERO;
            },
            System::nanoTime);

    @BeforeEach
    void anOwnerHasDied() {
        rows.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                .set(ActorEpochs.EPOCH, 7L)
                .set(ActorEpochs.NODE, "last")
                .build()));
        discovery.left("last");
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void writesOfTheOwnerBeforeAreEndedAllTheSame() {
        storage.loseNext();
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);
        assertThat(told).isEmpty();

        assertThat(claim.claim(KEY, storage)).isEqualTo(9);
        assertThat(told).containsExactly(EpochClaim.fence(KEY, 9));
    }

    @Test
    void whoeverAsksThisNodeToLetGoHearsThatTheyMayNotHaveEnded() {
        storage.loseNext();
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(() -> claim.claim(KEY, storage)).isInstanceOf(UnsettledOwnerException.class);

        assertThat(claim.farewell(KEY).getSuccess().getStatus()).isEqualTo(EpochClaim.UNFINISHED);
    }

    /** The next conditional write after {@link #loseNext} is not answered, and done before the one that follows it. */
    private final class LateConditions implements StorageFacade {
        private boolean losing;
        private Optional<WriteRequest> late = Optional.empty();

        void loseNext() {
            losing = true;
        }

        @Override
        public List<RowView> read(Table table, ReadRequest request) {
            return rows.read(table, request);
        }

        @Override
        public CompletionStage<?> write(WriteRequest batch) {
            return rows.write(batch);
        }

        @Override
        public boolean writeConditional(WriteRequest batch) {
            if (losing) {
                losing = false;
                late = Optional.of(batch);
                throw new StorageUnavailable("no answer, as this test wants");
            }
            late.ifPresent(rows::writeConditional);
            late = Optional.empty();
            return rows.writeConditional(batch);
        }
    }
}
