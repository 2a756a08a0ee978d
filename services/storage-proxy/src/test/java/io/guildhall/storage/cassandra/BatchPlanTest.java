package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.cassandra.BatchPlan.Timed;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
    private static final String KILOBYTE = "x".repeat(1_000);

    @Test
    void onePartitionIsWrittenTogether() {
        BatchPlan plan = plan(1, 100);

        assertThat(plan.way()).isEqualTo(BatchPlan.Way.TOGETHER);
        assertThat(plan.partitions()).hasSize(1);
    }

    @Test
    void aFewPartitionsAreALoggedBatch() {
        assertThat(plan(10, 1).way()).isEqualTo(BatchPlan.Way.LOGGED);
    }

    @Test
    void whatAClusterWouldRefuseGoesInParts() {
        assertThat(plan(40, 1).way()).isEqualTo(BatchPlan.Way.IN_PARTS);
        assertThat(plan(1, 600).way()).isEqualTo(BatchPlan.Way.IN_PARTS);
    }

    @Test
    void eachMutationIsLaterThanTheOneBefore() {
        assertThat(plan(1, 3).partitions().getFirst())
                .extracting(Timed::timestamp)
                .containsExactly(1_000L, 1_001L, 1_002L);
    }

    @Test
    void groupsKeepTheOrderAndTheSize() {
        List<Timed> mutations = plan(1, 10).partitions().getFirst();
        List<List<Timed>> groups = BatchPlan.groups(mutations, 3_500);

        assertThat(groups)
                .allMatch(group -> group.stream().mapToInt(Timed::bytes).sum() <= 3_500);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(mutations);
        assertThat(BatchPlan.groups(mutations, 1)).hasSize(10);
    }

    private static BatchPlan plan(int partitions, int rows) {
        WriteRequest.Builder request = WriteRequest.newBuilder();
        for (long partition = 0; partition < partitions; partition++) {
            for (long row = 0; row < rows; row++) {
                request.addMutations(Write.to(Messages.TABLE, partition, 0L, row)
                        .set(Messages.CONTENT, KILOBYTE)
                        .build());
            }
        }
        return BatchPlan.of(BatchPlan.timed(request.build(), 1_000));
    }
}
