package io.guildhall.push.node;

import io.guildhall.identity.StorageAccess;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.push.delivery.PushConfig;
import io.guildhall.push.delivery.PushReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What leads from facts to devices, in this node. Without keys nobody could be told anything, so it does not start. */
@Singleton
public class PushNode {
    @Produces
    @Singleton
    PushReader reader(
            PushConfig config,
            NodeConfig node,
            OutgoingConfig outgoing,
            OwnerClient owners,
            StorageAccess storage,
            Vertx vertx,
            MeterRegistry meters) {
        if (config.keys().isEmpty()) {
            throw new IllegalStateException("guildhall.push.keys is needed; ./guildhall push keys makes some");
        }
        return new PushReader(
                config, outgoing, owners, storage, vertx, meters, Clock.systemUTC(), Optional.of(node.owners()));
    }

    void close(@Disposes PushReader reader) {
        reader.close();
    }
}
