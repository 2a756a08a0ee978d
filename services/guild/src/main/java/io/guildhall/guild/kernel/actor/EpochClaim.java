package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes an actor over: asks the last owner, if it lives, to let go, and then writes the next epoch. What the last owner
 * acknowledged is durable by then, and it acknowledges nothing more. With its answer it tells how far its write timestamps
 * have come, so that this node's are above them even when its clock is behind. An owner that died can not tell; the time
 * until its lease ends is longer than clocks may differ.
 */
public final class EpochClaim {
    /** The step by which the next owner asks the last one to let go. */
    public static final String RELEASE = "$release";

    private static final Logger LOG = Logger.getLogger(EpochClaim.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Discovery discovery;
    private final Peers<GuildOwner> peers;
    private final Timestamps timestamps;

    public EpochClaim(Discovery discovery, Peers<GuildOwner> peers, Timestamps timestamps) {
        this.discovery = discovery;
        this.peers = peers;
        this.timestamps = timestamps;
    }

    /** What the last owner answers once it has let go: the last timestamp that it may have written with. */
    ByteString farewell() {
        return ByteString.copyFromUtf8(Long.toString(timestamps.last()));
    }

    /** Blocks until the epoch is written. */
    long claim(ActorKey key, StorageFacade storage) {
        String self = discovery.self(Role.GUILD).id();
        Optional<RowView> before = current(key, storage);
        Optional<Node> lastOwner = before.flatMap(row -> row.find(ActorEpochs.NODE))
                .filter(node -> !node.equals(self))
                .flatMap(this::alive);
        if (lastOwner.isPresent()) {
            askToRelease(key, lastOwner.get());
            before = current(key, storage);
        }
        long epoch = before.map(row -> row.get(ActorEpochs.EPOCH, 0L)).orElse(0L) + 1;
        storage.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) key.getKindValue(), key.getId())
                .set(ActorEpochs.EPOCH, epoch)
                .set(ActorEpochs.NODE, self)
                .build()));
        return epoch;
    }

    private static Optional<RowView> current(ActorKey key, StorageFacade storage) {
        return storage.row(ActorEpochs.TABLE, (long) key.getKindValue(), key.getId());
    }

    private Optional<Node> alive(String id) {
        return discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(id))
                .findFirst();
    }

    private void askToRelease(ActorKey key, Node lastOwner) {
        Command release = Command.newBuilder()
                .setActor(key)
                .setInternal(Internal.newBuilder().setStep(RELEASE))
                .build();
        try {
            Outcome outcome = peers.at(lastOwner).execute(release).await().atMost(PATIENCE);
            if (!outcome.getSuccess().getBody().isEmpty()) {
                timestamps.passed(Long.parseLong(outcome.getSuccess().getBody().toStringUtf8()));
            }
        } catch (RuntimeException unreachable) {
            LOG.warnf("The last owner %s of %s did not answer: %s", lastOwner.id(), key, unreachable.toString());
        }
    }
}
