package io.guildhall.orchestration.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackNodesTest {
    private static final Shape ON_CASSANDRA = Shape.of(8080, Store.CASSANDRA);

    @Test
    void aNodeStartsAfterThoseThatItNeeds() {
        assertThat(StackNodes.serving(ON_CASSANDRA))
                .containsExactly(
                        "storage-proxy-1",
                        "storage-proxy-2",
                        "guild-1",
                        "guild-2",
                        "relay-1",
                        "relay-2",
                        "gateway-1",
                        "gateway-2",
                        "api-1",
                        "api-2");
        assertThat(StackNodes.serving(Shape.of(8080, Store.EMBEDDED)))
                .contains("storage-proxy-1")
                .doesNotContain("storage-proxy-2");
    }

    @Test
    void theyEndFromTheOutsideIn() {
        assertThat(StackNodes.tiers(ON_CASSANDRA))
                .containsExactly(
                        List.of("gateway-1", "gateway-2", "api-1", "api-2"),
                        List.of("guild-1", "guild-2", "relay-1", "relay-2"),
                        List.of(),
                        List.of("storage-proxy-1", "storage-proxy-2"),
                        List.of("cassandra"),
                        List.of("etcd"));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void whatStartsEndsToo(Store store) {
        for (Shape shape : List.of(
                Shape.of(8080, store),
                Shape.of(8080, store).withSearch(),
                Shape.of(8080, store).withPush())) {
            assertThat(StackNodes.tiers(shape).stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(StackNodes.all(shape));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api-1, 21100, 21150, 21200",
        "api-2, 21101, 21151, 21201",
        "gateway-1, 21111, 21161, 21211",
        "gateway-2, 21112, 21162, 21212",
        "storage-proxy-1, 21121, 21171, 21221",
        "storage-proxy-2, 21122, 21172, 21222",
        "guild-1, 21131, 21181, 21231",
        "relay-2, 21142, 21192, 21242"
    })
    void portsAreCountedFromTheFirst(String node, int port, int management, int internal) {
        StackPorts ports = new StackPorts(21_100);
        assertThat(ports.of(node)).isEqualTo(port);
        assertThat(ports.management(node)).isEqualTo(management);
        assertThat(ports.internal(node)).isEqualTo(internal);
    }

    @Test
    void noTwoListenOnOnePort() {
        StackPorts ports = new StackPorts(8080);
        IntStream backends = IntStream.of(
                ports.of(StackNodes.ETCD),
                ports.etcdPeers(),
                ports.of(StackNodes.CASSANDRA),
                ports.cassandraPeers(),
                ports.of(StackNodes.KAFKA),
                ports.kafkaControl(),
                ports.of(StackNodes.ELASTICSEARCH),
                ports.elasticsearchPeers());
        IntStream nodes = StackNodes.serving(ON_CASSANDRA.withSearch().withPush()).stream()
                .flatMapToInt(node ->
                        // An api has no internal port: nobody calls it.
                        StackNodes.service(node).equals("api")
                                ? IntStream.of(ports.of(node), ports.management(node))
                                : IntStream.of(ports.of(node), ports.management(node), ports.internal(node)));
        assertThat(Stream.concat(backends.boxed(), nodes.boxed())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api", "api-3", "api-1 ", "standalone-1", "../api-1"})
    void aNodeThatNoStackHasIsRefused(String name) {
        assertThatThrownBy(() -> StackNodes.checked(name)).hasMessage("a stack has no node " + name);
    }
}
