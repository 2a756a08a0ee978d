package io.guildhall.orchestration.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSettingsTest {
    @TempDir
    Path temporary;

    private StackDirectory directory;

    @BeforeEach
    void make() {
        directory = new StackDirectory(temporary);
        directory.make();
    }

    @Test
    void everyNodeIsToldWhereItListensAndWhereTheOthersAre() {
        assertThat(settings("guild-2", Store.EMBEDDED, false))
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "21132")
                .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "21182")
                .containsEntry("QUARKUS_GRPC_SERVER_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_GRPC_SERVER_PORT", "21232")
                .containsEntry("GUILDHALL_DISCOVERY_ENDPOINTS", "127.0.0.1:21300")
                .containsEntry("GUILDHALL_DISCOVERY_HOST", "127.0.0.1")
                .containsEntry("GUILDHALL_PUBLIC_API_URL", "http://127.0.0.1:21100/api")
                .containsEntry("GUILDHALL_PUBLIC_CDN_URL", "http://127.0.0.1:21100/cdn")
                .containsEntry("GUILDHALL_TOKEN_SECRET", directory.secret("token"))
                .containsEntry("GUILDHALL_CLUSTER_SECRET", directory.secret("cluster"))
                .doesNotContainKeys("GUILDHALL_PUBLIC_GATEWAY_URL", "GUILDHALL_STORAGE_KIND");
    }

    @Test
    void aGatewayAnnouncesItself() {
        assertThat(settings("gateway-2", Store.EMBEDDED, false))
                .containsEntry("GUILDHALL_PUBLIC_GATEWAY_URL", "ws://127.0.0.1:21112/gateway");
    }

    @Test
    void aStorageProxyIsToldWhatItKeepsItsRowsIn() {
        assertThat(settings("storage-proxy-1", Store.EMBEDDED, false))
                .containsEntry(
                        "GUILDHALL_STORAGE_DIRECTORY",
                        temporary.resolve("store").toString())
                .doesNotContainKey("GUILDHALL_STORAGE_KIND");
        assertThat(settings("storage-proxy-2", Store.CASSANDRA, false))
                .containsEntry("GUILDHALL_STORAGE_KIND", "cassandra")
                .containsEntry("QUARKUS_CASSANDRA_CONTACT_POINTS", "127.0.0.1:21302");
        assertThat(settings("api-1", Store.CASSANDRA, false)).doesNotContainKey("GUILDHALL_STORAGE_KIND");
    }

    @Test
    void withEncryptionEverySideHasItsCertificates() {
        Map<String, String> settings = settings("relay-1", Store.EMBEDDED, true);
        for (String side : new String[] {"CLUSTER", "DISCOVERY"}) {
            assertThat(settings)
                    .containsEntry("GUILDHALL_" + side + "_TLS_CERTIFICATE", tls("node.crt"))
                    .containsEntry("GUILDHALL_" + side + "_TLS_KEY", tls("node.key"))
                    .containsEntry("GUILDHALL_" + side + "_TLS_AUTHORITY", tls("ca.crt"));
        }
        assertThat(settings).containsEntry("GUILDHALL_DISCOVERY_ENDPOINTS", "https://127.0.0.1:21300");
        assertThat(settings("relay-1", Store.EMBEDDED, false).keySet()).noneMatch(name -> name.contains("TLS"));
    }

    @Test
    void whereMessagesAreSearchedOwnersPublishAndSearchNodesKnowKafkaAndTheCell() {
        Shape searching = Shape.of(21_100, Store.EMBEDDED).withSearch();
        assertThat(settings("guild-1", searching))
                .containsEntry("GUILDHALL_EVENT_LOG_ENABLED", "true")
                .containsEntry("GUILDHALL_EVENT_LOG_SERVERS", "127.0.0.1:21304");
        assertThat(settings("search-1", searching))
                .containsEntry("GUILDHALL_EVENT_LOG_SERVERS", "127.0.0.1:21304")
                .containsEntry("GUILDHALL_SEARCH_CELLS", "one=http://127.0.0.1:21306")
                .doesNotContainKey("GUILDHALL_EVENT_LOG_ENABLED");
        assertThat(settings("guild-1", Store.EMBEDDED, false).keySet()).noneMatch(name -> name.contains("EVENT_LOG"));
    }

    @Test
    void wherePeopleAreToldOwnersPublishWhomItIsForAndClientsSubscribeWithTheKeyOfThePushNodes() {
        Shape pushing = Shape.of(21_100, Store.EMBEDDED).withPush();
        assertThat(settings("guild-1", pushing))
                .containsEntry("GUILDHALL_EVENT_LOG_ENABLED", "true")
                .containsEntry("GUILDHALL_EVENT_LOG_FACTS", "messages,pushes,devices");
        String keys = settings("push-1", pushing).get("GUILDHALL_PUSH_KEYS");
        assertThat(keys).matches("[A-Za-z0-9_-]{87}\\.[A-Za-z0-9_-]{43}");
        assertThat(settings("push-2", pushing))
                .containsEntry("GUILDHALL_PUSH_KEYS", keys)
                .containsEntry("GUILDHALL_EVENT_LOG_SERVERS", "127.0.0.1:21304");
        assertThat(settings("api-1", pushing)).containsEntry("GUILDHALL_API_PUSH_KEY", keys.substring(0, 87));
        assertThat(settings("api-1", Store.EMBEDDED, false)).doesNotContainKey("GUILDHALL_API_PUSH_KEY");
    }

    private String tls(String file) {
        return temporary.resolve("tls").resolve(file).toString();
    }

    private Map<String, String> settings(String node, Store store, boolean encrypted) {
        Shape plain = Shape.of(21_100, store);
        return settings(node, encrypted ? plain.withEncryption() : plain);
    }

    private Map<String, String> settings(String node, Shape shape) {
        return new NodeSettings(directory, shape).of(node);
    }
}
