package io.guildhall.orchestration.backend;

import java.util.List;
import java.util.Map;

/** What a small Cassandra for tests and measurements is told. */
final class CassandraFiles {
    private static final String SETTINGS = """
            cluster_name: guildhall
            num_tokens: 1
            partitioner: org.apache.cassandra.dht.Murmur3Partitioner
            endpoint_snitch: SimpleSnitch
            seed_provider:
              - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                parameters:
                  - seeds: "%s"
            listen_address: %s
            rpc_address: %s
            storage_port: %d
            native_transport_port: %d
            start_native_transport: true
            data_file_directories: [ "%s/data" ]
            commitlog_directory: %s/commitlog
            saved_caches_directory: %s/saved_caches
            hints_directory: %s/hints
            cdc_raw_directory: %s/cdc_raw
            commitlog_segment_size: 16MiB
            commitlog_total_space: 128MiB
            disk_optimization_strategy: ssd
            memtable_heap_space: 64MiB
            memtable_offheap_space: 32MiB
            key_cache_size: 4MiB
            counter_cache_size: 0MiB
            row_cache_size: 0MiB
            file_cache_size: 32MiB
            networking_cache_size: 16MiB
            prepared_statements_cache_size: 4MiB
            concurrent_reads: 8
            concurrent_writes: 8
            concurrent_compactors: 1
            compaction_throughput: 0MiB/s
            read_request_timeout: 10s
            write_request_timeout: 10s
            cas_contention_timeout: 10s
            auto_snapshot: false
            incremental_backups: false
            authenticator: AllowAllAuthenticator
            authorizer: AllowAllAuthorizer
            storage_compatibility_mode: NONE
            """;

    /** A node that is alone with its rows must have written them when it says so. */
    private static final String ALONE = "commitlog_sync: batch\n";

    /** Others may count on their copies. */
    private static final String AMONG_OTHERS = "commitlog_sync: periodic\ncommitlog_sync_period: 10000ms\n";

    private static final String LOG = """
            <configuration>
              <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%d{ISO8601} %%-5level [%%thread] %%F:%%L - %%msg%%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="FILE"/></root>
            </configuration>
            """;

    private CassandraFiles() {}

    static void write(CassandraNode node) {
        Named.write(
                node.directory(),
                Map.of("conf/cassandra.yaml", settings(node), "conf/logback.xml", LOG.formatted(node.log())),
                List.of("data", "tmp"));
    }

    static String settings(CassandraNode node) {
        String common = SETTINGS.formatted(
                node.seed(),
                node.address(),
                node.address(),
                node.storagePort(),
                node.port(),
                node.data(),
                node.data(),
                node.data(),
                node.data(),
                node.data());
        String token = node.token()
                .map(word -> "initial_token: \"" + word + "\"\nauto_bootstrap: false\n")
                .orElse("");
        return common + (node.durable() ? ALONE : AMONG_OTHERS) + token;
    }
}
