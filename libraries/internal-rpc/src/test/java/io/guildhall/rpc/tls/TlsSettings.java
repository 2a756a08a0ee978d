package io.guildhall.rpc.tls;

import io.guildhall.rpc.config.ClusterConfig;
import io.guildhall.testing.Settings;
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
        return Settings.of(ClusterConfig.class).with(values).tls();
    }
}
