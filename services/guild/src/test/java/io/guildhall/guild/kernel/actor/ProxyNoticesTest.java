package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.StorageFencing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProxyNoticesTest {
    private static final Fence FENCE = EpochClaim.fence(Keys.guild(5), 8);
    private static final Node ONE = new Node("one", Role.STORAGE_PROXY, "", "", false);
    private static final Node OTHER = new Node("other", Role.STORAGE_PROXY, "", "", false);

    private final List<String> told = new ArrayList<>();
    private Set<Node> deaf = Set.of();
    private RuntimeException deafness = new IllegalStateException("deaf, as this test wants");

    @Test
    void whenAllWhomDiscoveryListsForCertainHaveHeardThereIsNothingToWaitFor() {
        assertThat(tell(new StaticDiscovery(List.of(), List.of(ONE, OTHER)))).isZero();
        assertThat(told).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void whoDidNotHearIsWaitedFor() {
        deaf = Set.of(OTHER);

        assertThat(tell(new StaticDiscovery(List.of(), List.of(ONE, OTHER)))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whileDiscoveryIsNotCertainSomebodyMayBeLeft() {
        assertThat(tell(new LeasedDiscovery("self", Duration.ofSeconds(10)))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aClaimOfWhichNobodyHeardIsNotFinished() {
        deaf = Set.of(ONE, OTHER);

        assertThatThrownBy(() -> tell(new StaticDiscovery(List.of(), List.of(ONE, OTHER))))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void aProxyOfTheLastReleaseDoesNotKeepAClaimFromBeingFinished() {
        deaf = Set.of(ONE, OTHER);
        deafness = Status.UNIMPLEMENTED.asRuntimeException();

        assertThat(tell(new StaticDiscovery(List.of(), List.of(ONE, OTHER)))).isZero();
    }

    private Duration tell(Discovery discovery) {
        return new ProxyNotices(discovery, this::proxy).tell(FENCE);
    }

    private StorageFencing proxy(Node node) {
        return request -> {
            assertThat(request.getFence()).isEqualTo(FENCE);
            if (deaf.contains(node)) {
                return Uni.createFrom().failure(deafness);
            }
            told.add(node.id());
            return Uni.createFrom()
                    .item(ClaimedReply.newBuilder().setUnheardMillis(2_000).build());
        };
    }
}
