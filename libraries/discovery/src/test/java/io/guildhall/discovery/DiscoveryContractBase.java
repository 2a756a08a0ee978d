package io.guildhall.discovery;

import static io.guildhall.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every discovery does. */
public abstract class DiscoveryContractBase {
    /** A new process with these roles joins. */
    protected abstract Discovery join(Role... roles);

    /** The process leaves in good order. */
    protected abstract void leave(Discovery process);

    @Test
    void everyProcessSeesEveryNodeOrderedById() {
        Discovery first = join(Role.GUILD, Role.RELAY);
        Discovery second = join(Role.GUILD);

        until(() ->
                first.nodes(Role.GUILD).size() == 2 && second.nodes(Role.GUILD).size() == 2);

        assertThat(first.nodes(Role.GUILD))
                .contains(first.self(Role.GUILD), second.self(Role.GUILD))
                .isEqualTo(second.nodes(Role.GUILD))
                .extracting(Node::id)
                .isSorted();
        until(() -> second.nodes(Role.RELAY).equals(List.of(first.self(Role.RELAY))));
        assertThat(second.nodes(Role.GATEWAY)).isEmpty();
    }

    @Test
    void watchersHearTheNodesNowAndAfterEveryChange() {
        Discovery watching = join(Role.API);
        Discovery first = join(Role.GATEWAY);
        until(() -> watching.nodes(Role.GATEWAY).size() == 1);
        List<List<Node>> heard = new CopyOnWriteArrayList<>();

        watching.watch(Role.GATEWAY, heard::add);
        Discovery second = join(Role.GATEWAY);
        until(() -> heard.size() == 2);
        leave(first);

        until(() -> heard.size() == 3);
        assertThat(heard.get(0)).hasSize(1);
        assertThat(heard.get(1)).hasSize(2);
        assertThat(heard.get(2)).containsExactly(second.self(Role.GATEWAY));
    }

    @Test
    void aFailingWatcherDoesNotKeepOthersFromHearing() {
        Discovery watching = join(Role.API);
        List<List<Node>> heard = new CopyOnWriteArrayList<>();

        watching.watch(Role.RELAY, nodes -> {
            throw new IllegalStateException("a watcher that fails, as this test wants");
        });
        watching.watch(Role.RELAY, heard::add);
        join(Role.RELAY);

        until(() -> heard.size() == 2);
    }

    @Test
    void othersSeeThatANodeDrains() {
        Discovery watching = join(Role.API);
        Discovery draining = join(Role.GUILD);
        until(() -> watching.nodes(Role.GUILD).size() == 1);

        draining.drain(Role.GUILD);

        until(() -> watching.nodes(Role.GUILD).getFirst().draining());
        assertThat(draining.self(Role.GUILD).draining()).isTrue();
        assertThat(watching.nodes(Role.GUILD).getFirst().id())
                .isEqualTo(draining.self(Role.GUILD).id());
    }

    @Test
    void aProcessThatLeftIsSeenNoMore() {
        Discovery watching = join(Role.API);
        Discovery leaving = join(Role.GUILD);
        until(() -> watching.nodes(Role.GUILD).size() == 1);

        leave(leaving);

        until(() -> watching.nodes(Role.GUILD).isEmpty());
    }

    @Test
    void onlyANodeThatLeftHasLeft() {
        Discovery asking = join(Role.GUILD);
        Discovery other = join(Role.GUILD);
        until(() -> asking.nodes(Role.GUILD).size() == 2);
        String id = other.self(Role.GUILD).id();

        assertThat(asking.hasLeft(Role.GUILD, id)).isFalse();
        leave(other);
        until(() -> asking.hasLeft(Role.GUILD, id));
    }

    @Test
    void aProcessThatCountsAsAliveHasATermThatLasts() {
        Discovery process = join(Role.GUILD);
        long term = process.term();
        join(Role.GUILD);

        assertThat(term).isNotEqualTo(Discovery.NO_TERM);
        assertThat(process.term()).isEqualTo(term);
    }

    @Test
    void aProcessHasNoNodeForARoleThatItDoesNotPlay() {
        Discovery process = join(Role.API);

        assertThatThrownBy(() -> process.self(Role.GUILD)).isInstanceOf(IllegalArgumentException.class);
    }
}
