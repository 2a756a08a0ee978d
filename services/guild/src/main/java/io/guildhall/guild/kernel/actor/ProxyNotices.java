package io.guildhall.guild.kernel.actor;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.ClaimedRequest;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.rpc.CallFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Tells every storage proxy, all at once. When discovery is certain whom it lists and all of them have answered nobody is left: a proxy
 * acknowledges nothing of an owner's while it may not be listed. One that does not answer in time does no harm: what it acknowledges is
 * bounded by what the others say of their store. One of the last release, which fences nothing, is not waited for.
 */
public final class ProxyNotices implements ClaimNotices {
    private static final Logger LOG = Logger.getLogger(ProxyNotices.class);
    /** Longer than any write that is under way at a proxy may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Discovery discovery;
    private final Peers<StorageFencing> proxies;

    public ProxyNotices(Discovery discovery, Peers<StorageFencing> proxies) {
        this.discovery = discovery;
        this.proxies = proxies;
    }

    @Override
    public Duration tell(Fence fence) {
        ClaimedRequest request = ClaimedRequest.newBuilder().setFence(fence).build();
        Optional<List<Node>> listed = discovery.current(Role.STORAGE_PROXY);
        List<CompletableFuture<Optional<ClaimedReply>>> asked =
                listed.orElseGet(() -> discovery.nodes(Role.STORAGE_PROXY)).stream()
                        .map(node -> tell(node, request))
                        .toList();
        List<ClaimedReply> answers =
                asked.stream().flatMap(answer -> answer.join().stream()).toList();
        if (answers.isEmpty()) {
            throw new StorageUnavailable("no storage proxy could be told of a claim");
        }
        return listed.isPresent() && answers.size() == asked.size() ? Duration.ZERO : unheard(answers);
    }

    private static Duration unheard(List<ClaimedReply> answers) {
        return Duration.ofMillis(
                answers.stream().mapToInt(ClaimedReply::getUnheardMillis).max().orElse(0));
    }

    private CompletableFuture<Optional<ClaimedReply>> tell(Node node, ClaimedRequest request) {
        return Uni.createFrom()
                .deferred(() -> proxies.at(node, PATIENCE).claimed(request))
                .map(Optional::of)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(failure -> CallFailure.of(failure) == CallFailure.REFUSED)
                .recoverWithItem(Optional.of(ClaimedReply.getDefaultInstance()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Storage proxy %s was not told of a claim: %s", node.id(), failure.toString());
                    return Optional.empty();
                })
                .subscribeAsCompletionStage();
    }
}
