package io.guildhall.rpc.tls;

import io.guildhall.rpc.config.ClusterConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of TLS as a person writes them. */
final class TlsSettings {
    private TlsSettings() {}

    static ClusterConfig.Tls of(TlsFiles files) {
        return of(Map.of(
                "guildhall.cluster.tls.certificate", files.certificate().toString(),
                "guildhall.cluster.tls.key", files.key().toString(),
                "guildhall.cluster.tls.authority", files.authority().toString()));
    }

    static ClusterConfig.Tls of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ClusterConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ClusterConfig.class)
                .tls();
    }
}
