package io.guildhall.storage.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.EndSharingReply;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Guilds;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TellerTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final List<PartitionKey> PARTITIONS = List.of(PartitionKey.of(Read.row(Guilds.TABLE, 1L)));

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger silences = new AtomicInteger();
    private final SharingObserver counting = new SharingObserver() {
        @Override
        public void silent() {
            silences.incrementAndGet();
        }
    };

    @Test
    void isDoneWhenTheNodeAnswers() {
        Teller teller = new Teller(peers(request -> answer()), node -> false, FOR_EVER, counting);

        teller.tell(node(1), PARTITIONS).join();

        assertThat(calls).hasValue(1);
        assertThat(silences).hasValue(0);
    }

    @Test
    void tellsAgainWhenACallFails() {
        Teller teller =
                new Teller(peers(request -> calls.get() < 3 ? broken() : answer()), node -> false, FOR_EVER, counting);

        teller.tell(node(1), PARTITIONS).join();

        assertThat(calls).hasValue(3);
    }

    @Test
    void isDoneWhenNobodyListensAtTheAddress() {
        Teller teller = new Teller(peers(request -> broken()), node -> true, FOR_EVER, counting);

        teller.tell(node(1), PARTITIONS).join();

        assertThat(calls).hasValue(1);
    }

    @Test
    void waitsForASilentNodeUntilItsOlderReadsAreOver() {
        CompletableFuture<EndSharingReply> never = new CompletableFuture<>();
        Teller teller =
                new Teller(peers(request -> Uni.createFrom().completionStage(never)), node -> false, SHORT, counting);

        teller.tell(node(1), PARTITIONS).join();

        assertThat(silences).hasValue(1);
    }

    /** As silence is: what comes of an early answer is worse than waiting. */
    @Test
    void anErrorIsWaitedOutAndOtherNodesAreToldMeanwhile() {
        Teller teller = new Teller(
                peers(request -> {
                    if (calls.get() == 1) {
                        throw new StackOverflowError("on purpose");
                    }
                    return answer();
                }),
                node -> false,
                FOR_EVER,
                counting);

        CompletableFuture<Void> failing = teller.tell(node(1), PARTITIONS);
        await(() -> calls.get() == 1);
        teller.tell(node(2), PARTITIONS).join();

        assertThat(calls).hasValue(2);
        assertThat(failing).isNotDone();
    }

    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void doesNotAskANodeForEver() {
        Teller teller = new Teller(peers(request -> broken()), node -> false, SHORT, counting);

        teller.tell(node(1), PARTITIONS).join();

        assertThat(calls.get()).isPositive();
        assertThat(silences).hasValue(1);
    }

    @Test
    void aClosedPortIsAShutDoorAndAnOpenOneIsNot() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Door.TCP.isShut(node(open.getLocalPort()))).isFalse();
        }
        // No other process begins to listen there meanwhile.
        assertThat(Door.TCP.isShut(node(1))).isTrue();
    }

    @Test
    void anAddressThatCanNotBeUsedIsNotAShutDoor() {
        assertThat(Door.TCP.isShut(new Node("n", Role.STORAGE_PROXY, "", "", false)))
                .isFalse();
    }

    private Peers<StorageSharing> peers(Function<EndSharingRequest, Uni<EndSharingReply>> answers) {
        StorageSharing peer = request -> {
            calls.incrementAndGet();
            return answers.apply(request);
        };
        return node -> peer;
    }

    private static Uni<EndSharingReply> answer() {
        return Uni.createFrom().item(EndSharingReply.getDefaultInstance());
    }

    private static Uni<EndSharingReply> broken() {
        return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
    }

    private static Node node(int port) {
        return new Node("n", Role.STORAGE_PROXY, "127.0.0.1:" + port, "", false);
    }
}
