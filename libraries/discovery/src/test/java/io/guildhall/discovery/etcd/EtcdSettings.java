package io.guildhall.discovery.etcd;

import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.testing.Settings;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings of a process in these tests. */
final class EtcdSettings {
    private EtcdSettings() {}

    static DiscoveryConfig of(String endpoints) {
        return of(endpoints, "30s");
    }

    static DiscoveryConfig of(String endpoints, String startTimeout) {
        Map<String, String> settings = Map.of(
                "guildhall.discovery.endpoints", endpoints,
                "guildhall.discovery.start-timeout", startTimeout,
                // Longer than a machine with much to do may leave a process standing.
                "guildhall.discovery.lease-ttl", "5s",
                "guildhall.discovery.request-timeout", "2s",
                "guildhall.discovery.host", "127.0.0.1");
        return Settings.of(DiscoveryConfig.class).with(settings);
    }

    /** @param fault run in each round, when it opens a connection to etcd */
    static DiscoveryConfig failing(String endpoints, Runnable fault) {
        DiscoveryConfig settings = of(endpoints);
        return (DiscoveryConfig) Proxy.newProxyInstance(
                DiscoveryConfig.class.getClassLoader(),
                new Class<?>[] {DiscoveryConfig.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("tls")) {
                        fault.run();
                    }
                    return method.invoke(settings, arguments);
                });
    }
}
