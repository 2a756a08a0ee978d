package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What 200 of the largest requests that anybody may make cost at once, in bytes of heap: what is held of them while each lacks its last
 * byte, and all that is allocated from then on until the last one is answered. No more of that can ever be alive, whenever somebody looks.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class AnonymousMemoryTest {
    private static final int AT_ONCE = 200;
    private static final int LARGEST = 16_384;
    private static final int PATIENCE_MILLIS = 60_000;

    /** As the threat model says, for all of them together. */
    private static final long HELD = 32L << 20;

    private static final long BUDGET = 256L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TestHTTPResource("/")
    URI clients;

    static Stream<String> openToAnybody() {
        return Operations.all().stream()
                .filter(operation -> operation.access() == Access.ANYONE || operation.access() == Access.CLIENT)
                .filter(operation -> operation.body().isPresent())
                .map(Operation::name);
    }

    @ParameterizedTest
    @MethodSource("openToAnybody")
    void aFloodOfTheLargestRequestsStaysWithinItsBudget(String name) throws IOException {
        Operation operation = Operations.byName(name).orElseThrow();
        byte[] request = request(operation);
        // What is made once, at the first of its kind, is no part of it.
        flood(request, 2);

        Cost cost = flood(request, AT_ONCE);

        assertThat(cost.refused()).as("answered with a refusal").isEqualTo(AT_ONCE);
        assertThat(cost.held()).as("held while they come in").isLessThan(HELD);
        assertThat(cost.held() + cost.allocated()).as("alive at the most").isLessThan(BUDGET);
    }

    /** In bytes of heap. */
    private record Cost(int refused, long held, long allocated) {}

    private Cost flood(byte[] request, int count) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            long before = live();
            for (int index = 0; index < count; index++) {
                Socket socket = new Socket(clients.getHost(), clients.getPort());
                sockets.add(socket);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(request, 0, request.length - 1);
            }
            long held = live() - before;
            long began = threads.getTotalThreadAllocatedBytes();
            for (Socket socket : sockets) {
                socket.getOutputStream().write(request, request.length - 1, 1);
            }
            int refused = 0;
            for (Socket socket : sockets) {
                refused += status(socket.getInputStream()).startsWith("HTTP/1.1 4") ? 1 : 0;
            }
            return new Cost(refused, held, threads.getTotalThreadAllocatedBytes() - began);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String status(InputStream answer) throws IOException {
        return new String(answer.readNBytes("HTTP/1.1 400".length()), US_ASCII);
    }

    /** Of what is no garbage. */
    private static long live() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** As many empty objects as fit, which of all JSON take the most for their bytes, where the operation wants something else. */
    private static byte[] request(Operation operation) {
        String body = "{\"login\":[" + "{},".repeat((LARGEST - 20) / 3) + "{}]}";
        assertThat(body.length()).isLessThanOrEqualTo(LARGEST);
        return "%s /api/v10%s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(operation.method(), operation.path(), body.length(), body)
                .getBytes(US_ASCII);
    }
}
