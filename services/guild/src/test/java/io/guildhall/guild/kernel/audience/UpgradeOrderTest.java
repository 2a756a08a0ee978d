package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.model.cluster.Contract;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guild nodes that were upgraded before relays. */
class UpgradeOrderTest extends AudienceTestBase {
    private static final Node OLD = new Node("old", Role.RELAY, "", "", false, Contract.RELAY - 1);

    @Test
    void aRelayThatMightTellTooMuchIsToldNothing() {
        discovery.set(Role.RELAY, List.of(OLD));
        assertThat(watch.knowsRelays()).isFalse();
        join(1);
        send("SECRET");
        assertThat(relays.relay("old").frames).isEmpty();
    }

    @Test
    void sessionsThatWaitedAreServedOnceARelayOfTheNewReleaseIsThere() {
        discovery.set(Role.RELAY, List.of(OLD));
        join(1);
        discovery.set(Role.RELAY, List.of(OLD, FakeDiscovery.node(Role.RELAY, "new")));
        assertThat(watch.knowsRelays()).isTrue();
        watch.check();
        send("SERVED");
        Eventually.until(() -> relays.relay("new").events().contains("SERVED"));
        assertThat(relays.relay("old").frames).isEmpty();
    }
}
