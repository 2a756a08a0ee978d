package io.guildhall.discovery.etcd;

import static io.guildhall.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.discovery.DiscoveryContractBase;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtcdDiscoveryTest extends DiscoveryContractBase {
    @TempDir
    private Path directory;

    private final List<EtcdDiscovery> processes = new ArrayList<>();
    private EtcdServer etcd;

    @BeforeEach
    void startEtcd() {
        etcd = EtcdServer.start(directory.resolve("etcd"));
    }

    @AfterEach
    void stopEverything() {
        processes.forEach(EtcdDiscovery::close);
        if (etcd != null) {
            etcd.close();
        }
    }

    @Override
    protected EtcdDiscovery join(Role... roles) {
        EtcdDiscovery process =
                new EtcdDiscovery(EtcdSettings.of("http://" + etcd.endpoint()), Set.of(roles), () -> {});
        process.begin();
        process.await();
        process.announce();
        processes.add(process);
        return process;
    }

    @Override
    protected void leave(Discovery process) {
        ((EtcdDiscovery) process).close();
    }

    @Test
    void processesHaveDifferentNumbers() {
        assertThat(List.of(join().number(), join().number(), join().number()))
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 0 && number < 1_024);
    }

    @Test
    void aProcessWithoutEtcdKnowsNobodyUntilItIsBackWithTheSameNumber() {
        EtcdDiscovery process = join(Role.GUILD);
        until(() -> process.nodes(Role.GUILD).size() == 1);
        int number = process.number();

        etcd.freeze();
        until(() -> !process.ready() && process.nodes(Role.GUILD).isEmpty());
        etcd.thaw();

        until(() -> process.ready() && process.nodes(Role.GUILD).equals(List.of(process.self(Role.GUILD))));
        assertThat(process.number()).isEqualTo(number);
    }

    @Test
    void aProcessThatComesBackHasAnotherTerm() {
        EtcdDiscovery process = join(Role.GUILD);
        long term = process.term();
        List<Long> without = new ArrayList<>();

        etcd.freeze();
        until(() -> process.term() != term);
        without.add(process.term());
        etcd.thaw();

        until(() -> process.term() != Discovery.NO_TERM);
        assertThat(without).containsExactly(Discovery.NO_TERM);
        assertThat(process.term()).isGreaterThan(term);
    }

    @Test
    void whileEtcdDoesNotAnswerNobodyHasLeftForCertain() {
        EtcdDiscovery asking = join(Role.GUILD);

        etcd.freeze();
        assertThat(asking.hasLeft(Role.GUILD, "somebody")).isFalse();
        etcd.thaw();

        until(() -> asking.hasLeft(Role.GUILD, "somebody"));
    }

    @Test
    void changesAreFollowedAcrossARestartOfEtcd() {
        EtcdDiscovery watching = join(Role.API);
        Discovery first = join(Role.GUILD);
        until(() -> watching.nodes(Role.GUILD).size() == 1);

        etcd.restart();
        Discovery second = join(Role.GUILD);

        until(() -> watching.nodes(Role.GUILD).size() == 2);
        assertThat(watching.nodes(Role.GUILD))
                .extracting(Node::id)
                .contains(first.self(Role.GUILD).id(), second.self(Role.GUILD).id());
    }

    @Test
    void theNextMemberIsAskedWhenOneDoesNotAnswer() {
        EtcdDiscovery process =
                new EtcdDiscovery(EtcdSettings.of("127.0.0.1:1," + etcd.endpoint()), Set.of(Role.RELAY), () -> {});
        processes.add(process);

        process.begin();
        process.await();
        process.announce();

        until(() -> process.nodes(Role.RELAY).size() == 1);
    }

    @Test
    void aProcessThatCanNotBeAnnouncedYetIsNotSeen() {
        EtcdDiscovery quiet = new EtcdDiscovery(EtcdSettings.of(etcd.endpoint()), Set.of(Role.RELAY), () -> {});
        processes.add(quiet);
        quiet.begin();
        quiet.await();

        assertThat(quiet.nodes(Role.RELAY)).isEmpty();
        assertThat(quiet.ready()).isTrue();
    }

    @Test
    void whateverARoundThrowsTheNextOneComes() {
        AtomicInteger rounds = new AtomicInteger();
        EtcdDiscovery process = new EtcdDiscovery(
                EtcdSettings.failing(etcd.endpoint(), () -> {
                    if (rounds.incrementAndGet() <= 2) {
                        throw new StackOverflowError("on purpose");
                    }
                }),
                Set.of(Role.API),
                () -> {});
        processes.add(process);
        process.begin();

        process.await();

        assertThat(rounds).hasValueGreaterThan(2);
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromHearing() {
        EtcdDiscovery process = join(Role.GUILD);
        List<Integer> heard = new CopyOnWriteArrayList<>();
        process.watch(Role.RELAY, nodes -> {
            throw new StackOverflowError("on purpose");
        });
        process.watch(Role.RELAY, nodes -> heard.add(nodes.size()));

        join(Role.RELAY);

        until(() -> heard.contains(1));
    }

    @Test
    void theNumberIsWaitedFor() {
        EtcdDiscovery process = new EtcdDiscovery(EtcdSettings.of(etcd.endpoint()), Set.of(Role.API), () -> {});
        processes.add(process);
        process.begin();

        assertThat(process.number()).isBetween(0, NodeNumbers.COUNT - 1);
    }

    @Test
    void nobodyIsKnownUntilEtcdAnswersAndWaitingSaysWhatToDo() {
        EtcdDiscovery process = new EtcdDiscovery(EtcdSettings.of("127.0.0.1:1", "500ms"), Set.of(Role.API), () -> {});
        processes.add(process);
        process.begin();

        assertThat(process.nodes(Role.API)).isEmpty();
        assertThat(process.ready()).isFalse();
        assertThatThrownBy(process::number).hasMessageContaining("guildhall.discovery.endpoints");
    }

    @Test
    void theNodeIsFoundUnderItsRoleAndId() {
        EtcdDiscovery process = join(Role.STORAGE_PROXY);
        until(() -> process.nodes(Role.STORAGE_PROXY).size() == 1);

        assertThat(process.self(Role.STORAGE_PROXY).address()).isEqualTo("127.0.0.1:9000");
        assertThatThrownBy(() -> process.self(Role.API)).hasMessageContaining("guildhall.discovery.roles");
    }
}
