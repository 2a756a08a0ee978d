package io.guildhall.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredLedgerTest {
    private static final int SUBJECTS = 20;
    private static final int MANY = 100_000;

    private final Rows rows = new Rows();

    /** As the store has it: of two who write the same, both were the first. */
    private static final class Rows extends StorageAccess {
        private final Map<List<Object>, Mutation> written = new HashMap<>();

        private Rows() {
            super(null);
        }

        @Override
        public Uni<Boolean> writeIfAbsent(Mutation mutation) {
            Mutation there =
                    written.putIfAbsent(List.copyOf(mutation.getUpsert().getKeyList()), mutation);
            return Uni.createFrom().item(there == null || there.equals(mutation));
        }
    }

    /** As when a partition changes hands and both have its last records. */
    @Test
    void ofTwoNodesThatClaimADeliveryAtTheSameMomentOneWins() {
        StoredLedger one = new StoredLedger(rows);
        StoredLedger other = new StoredLedger(rows);

        for (long subject = 1; subject <= SUBJECTS; subject++) {
            DeliveryKey delivery = new DeliveryKey(7, subject);
            assertThat(claimed(one, delivery)).isTrue();
            assertThat(claimed(other, delivery)).isFalse();
        }
    }

    @Test
    void noTwoClaimsWriteTheSameHoweverManyThereAre() {
        StoredLedger ledger = new StoredLedger(rows);

        for (long subject = 1; subject <= MANY; subject++) {
            claimed(ledger, new DeliveryKey(7, subject));
        }

        assertThat(rows.written.values().stream()
                        .map(mutation -> mutation.getUpsert().getCellsList())
                        .distinct())
                .hasSize(MANY);
    }

    @Test
    void aNodeThatBeganAnewTellsNothingTwice() {
        DeliveryKey delivery = new DeliveryKey(7, 1);
        assertThat(claimed(new StoredLedger(rows), delivery)).isTrue();

        assertThat(claimed(new StoredLedger(rows), delivery)).isFalse();
    }

    private static boolean claimed(StoredLedger ledger, DeliveryKey delivery) {
        return ledger.claim(delivery).await().indefinitely();
    }
}
