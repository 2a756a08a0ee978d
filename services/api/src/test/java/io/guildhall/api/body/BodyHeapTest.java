package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.guildhall.model.error.ApiException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a body takes no more heap than its share of the budget says, in bytes: all that reading it allocates, which no more can be alive of. */
class BodyHeapTest {
    /** What a reader takes however little it reads. */
    private static final int READERS_OWN = 65_536;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16384 | {},",
                "16384 | [],",
                "16384 | \"\",",
                "16384 | 99,",
                "16384 | {\"a\":1},",
                "16384 | {\"a\":{}},",
                "16384 | 1e9,",
                "16384 | null,",
                "16384 | \"\u00e4\u4e00\ud83d\ude00\",",
                "200000 | {},",
                "200000 | {\"a\":1},",
                "1000000 | {\"a\":\"0123456789012345678901234567890123456789\"},",
                "1000000 | \"\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\","
            })
    void aTreeIsNoLargerThanItsShare(int size, String element) {
        byte[] body = ('[' + element.repeat(size / element.getBytes(UTF_8).length - 1) + "0]").getBytes(UTF_8);
        read(body);

        long before = threads.getCurrentThreadAllocatedBytes();
        Object kept = read(body);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(kept).isNotNull();
        assertThat(allocated + body.length).isLessThanOrEqualTo(BodyBudget.heapOf(body.length) + READERS_OWN);
    }

    /** The refusal of more values than there may be is as good. */
    private static Object read(byte[] body) {
        try {
            return UntrustedJson.read(body);
        } catch (ApiException refused) {
            return refused;
        }
    }
}
