package io.guildhall.discovery;

import io.guildhall.model.cluster.Discovery;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Discovery begins with Vert.x, which a start makes among the first things: etcd answers while the servers are being made, and
 * not after. It changes nothing in Vert.x.
 */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class EarlyDiscovery implements VertxOptionsCustomizer {
    /** @param discovery made, and so begun, for this */
    EarlyDiscovery(Discovery discovery) {}

    @Override
    public void accept(VertxOptions options) {}
}
