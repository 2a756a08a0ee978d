package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTopicsTest extends AudienceTestBase {
    private static final long TOPIC = 70_000;
    private static final Subscription LOOKS =
            Subscription.newBuilder().setTyping(true).build();

    @Test
    void whatNobodyAsksForIsSentToNoRelay() {
        join(1);
        send("ASKED FOR BY NOBODY", TOPIC);
        audience.ask(ref(1), LOOKS, List.of(TOPIC));
        send("ASKED FOR", TOPIC);
        audience.ask(ref(1), Subscription.getDefaultInstance(), List.of());
        send("NOT ANY MORE", TOPIC);
        send("OF THE USER", TOPIC, 1);
        send("OF NO TOPIC");

        Eventually.until(() -> relay("one").events().size() == 3);
        assertThat(relay("one").events()).containsExactly("ASKED FOR", "OF THE USER", "OF NO TOPIC");
        assertThat(audience.position().getSequence())
                .as("its place in the order stays empty")
                .isEqualTo(sequence);
    }

    @Test
    void whoLeavesAsksForNothingAnyMore() {
        join(1);
        join(2);
        audience.ask(ref(1), LOOKS, List.of(TOPIC));
        audience.leave(List.of(ref(1)));
        send("ASKED FOR BY NOBODY", TOPIC);
        send("OF NO TOPIC");

        Eventually.until(() -> !relay("one").events().isEmpty());
        assertThat(relay("one").events()).containsExactly("OF NO TOPIC");
    }

    @Test
    void theNextRelayHearsWhatASessionAsksFor() {
        join(1);
        audience.ask(ref(1), LOOKS, List.of(TOPIC));
        Eventually.until(() -> relay("one").frames.stream().anyMatch(OwnerFrame::hasTopics));

        discovery.set(Role.RELAY, "two");

        Eventually.until(() -> !relay("two").joined().isEmpty());
        JoiningSession joined = relay("two").frames.stream()
                .filter(OwnerFrame::hasJoin)
                .findFirst()
                .orElseThrow()
                .getJoin()
                .getSessions(0);
        assertThat(joined.getTopicsList()).containsExactly(TOPIC);
        assertThat(joined.getSubscription()).isEqualTo(LOOKS);
    }

    @Test
    void hundredsWhoComeOneByOneAreToldOfOnceEach() {
        int people = 300;
        for (int person = 1; person <= people; person++) {
            join(person);
            send("PRESENCE_UPDATE", TOPIC, person);
            send("TYPING_START", TOPIC);
            // The relay keeps up: what does not fit into its window would come as what was missed.
            int told = person;
            Eventually.until(() -> relay("one").events().size() == told);
        }
        assertThat(relay("one").events()).hasSize(people).containsOnly("PRESENCE_UPDATE");
    }

    private void send(String name, long... topics) {
        Event.Builder event = Event.newBuilder().setName(name);
        for (long topic : topics) {
            event.addTopics(topic);
        }
        audience.send(Positions.of(5, ++sequence), event.build());
    }

    private FakeRelay relay(String name) {
        return relays.relay(name);
    }

    private static SessionRef ref(long number) {
        return session("gateway", number).getSession().getRef();
    }
}
