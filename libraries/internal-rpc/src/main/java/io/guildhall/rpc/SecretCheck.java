package io.guildhall.rpc;

import io.guildhall.rpc.config.ClusterConfig;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Stops the start of a service of a cluster that has no usable secret, rather than let every call of it fail. */
@Startup
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class SecretCheck {
    SecretCheck(ClusterConfig config) {
        ClusterSecret.of(config.secret());
    }
}
