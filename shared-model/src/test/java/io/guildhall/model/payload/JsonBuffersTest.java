package io.guildhall.model.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class JsonBuffersTest {
    private static final int THREADS = 2_000;
    private static final int MOST_BYTES = 6_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aThreadThatLivesForOneRequestMakesNoBuffersOfItsOwn() throws InterruptedException {
        ObjectNode answer = Json.object().put("token", "none");
        answers(answer);

        long before = threads.getTotalThreadAllocatedBytes();
        answers(answer);
        long each = (threads.getTotalThreadAllocatedBytes() - before) / THREADS;

        assertThat(each).isLessThan(MOST_BYTES);
    }

    private static void answers(ObjectNode answer) throws InterruptedException {
        for (int thread = 0; thread < THREADS; thread++) {
            Thread.startVirtualThread(() -> Json.parse(Json.bytes(answer))).join();
        }
    }
}
