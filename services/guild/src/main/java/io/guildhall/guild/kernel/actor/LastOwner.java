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
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The node that claimed an actor last, as the row of its epoch names it. */
final class LastOwner {
    private static final Logger LOG = Logger.getLogger(LastOwner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What it says when it is asked to let go. */
    enum Answer {
        RELEASED,
        /** It lets go, but its own claim had not been finished: writes of epochs before it may still be under way. */
        RELEASED_UNFINISHED,
        NONE
    }

    private final String id;
    private final String address;
    private final Discovery discovery;

    private LastOwner(String id, String address, Discovery discovery) {
        this.id = id;
        this.address = address;
        this.discovery = discovery;
    }

    static LastOwner of(RowView row, Discovery discovery) {
        return new LastOwner(row.get(ActorEpochs.NODE, ""), row.get(ActorEpochs.ADDRESS, ""), discovery);
    }

    String id() {
        return id;
    }

    /** This process. */
    boolean isSelf() {
        return id.equals(discovery.self(Role.GUILD).id());
    }

    boolean isKnown() {
        return known().isPresent();
    }

    /** Whether it counts as dead for certain. */
    boolean hasLeft() {
        return discovery.hasLeft(Role.GUILD, id);
    }

    /** Asks it to give the actor up; where the watch does not know it, at the address at which it claimed. Blocks. */
    Answer askToRelease(ActorKey key, Peers<GuildOwner> peers, Timestamps timestamps) {
        Optional<Node> node = known().or(this::claimed);
        if (node.isEmpty()) {
            return Answer.NONE;
        }
        Command release = Command.newBuilder()
                .setActor(key)
                .setInternal(Internal.newBuilder().setStep(EpochClaim.RELEASE).setBody(ByteString.copyFromUtf8(id)))
                .build();
        try {
            Outcome outcome =
                    peers.at(node.get(), PATIENCE).execute(release).await().atMost(PATIENCE);
            return answer(outcome, timestamps);
        } catch (RuntimeException unreachable) {
            LOG.warnf("The last owner %s of %s did not answer: %s", id, key, unreachable.toString());
            return Answer.NONE;
        }
    }

    private static Answer answer(Outcome outcome, Timestamps timestamps) {
        if (!outcome.hasSuccess()) {
            return Answer.NONE;
        }
        if (!outcome.getSuccess().getBody().isEmpty()) {
            timestamps.passed(Long.parseLong(outcome.getSuccess().getBody().toStringUtf8()));
        }
        return outcome.getSuccess().getStatus() == EpochClaim.UNFINISHED ? Answer.RELEASED_UNFINISHED : Answer.RELEASED;
    }

    private Optional<Node> known() {
        return discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(id))
                .findFirst();
    }

    private Optional<Node> claimed() {
        return address.isEmpty() ? Optional.empty() : Optional.of(new Node(id, Role.GUILD, address, "", false));
    }
}
