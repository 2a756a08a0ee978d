package io.guildhall.standalone.push;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.push.delivery.PushConfig;
import io.guildhall.push.delivery.PushReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tells people's devices, in this process. Native executables are built without it, since it was not tried in one. */
@Singleton
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
public final class InstalledPush implements FactReader {
    private final PushReader reader;

    InstalledPush(
            PushConfig config,
            OutgoingConfig outgoing,
            OwnerClient owners,
            StorageAccess storage,
            Vertx vertx,
            MeterRegistry meters,
            Clock clock) {
        this.reader = new PushReader(config, outgoing, owners, storage, vertx, meters, clock, Optional.empty());
    }

    @Override
    public boolean reads(String topic) {
        return reader.reads(topic);
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        reader.begins(actor, epoch);
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return reader.take(actor, facts);
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return reader.gap(actor, after);
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}
