package io.guildhall.guild.voice;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.VoiceNode;
import io.guildhall.model.rpc.VoicePlaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The voice node at which a guild's rooms are. What it does not take in is said again until it is of no use any more. */
@Singleton
public class VoiceNodes {
    private static final Logger LOG = Logger.getLogger(VoiceNodes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final Discovery discovery;
    private final Peers<VoiceNode> peers;

    public VoiceNodes(Discovery discovery, Peers<VoiceNode> peers) {
        this.discovery = discovery;
        this.peers = peers;
    }

    void tell(VoicePlaces places) {
        List<Node> nodes = discovery.nodes(Role.VOICE).stream()
                .filter(node -> !node.publicUrl().isEmpty())
                .toList();
        Ring.choose(nodes, places.getGuildId()).ifPresent(node -> tell(node, places));
    }

    private void tell(Node node, VoicePlaces places) {
        peers.at(node, PATIENCE)
                .place(places)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(GIVEN_UP_AFTER.toMillis())
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("A voice node did not take in who is in voice: %s", failure));
    }
}
