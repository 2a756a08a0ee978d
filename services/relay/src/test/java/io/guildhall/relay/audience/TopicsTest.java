package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionTopics;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final long TOPIC = 70_000;
    private static final long OTHER = 80_000;

    private final LocalAudience audience = new LocalAudience(Frames.ACTOR, 1, Clock.systemUTC());
    private final RecordingOutgoing outgoing = new RecordingOutgoing();
    private long sequence;

    @BeforeEach
    void begin() {
        audience.taking(0, notice -> {});
        audience.state(Frames.position(0), Frames.open(), true);
    }

    @Test
    void anEventWithTopicsGoesToThoseWhoAskForOneAndToTheUserWhoseIdItIs() {
        join(session(11, TOPIC), session(12, OTHER), session(13), session(14, TOPIC, OTHER));

        assertThat(receivers(TOPIC, OTHER, 13)).containsExactlyInAnyOrder(11L, 12L, 13L, 14L);
        assertThat(receivers(OTHER)).containsExactlyInAnyOrder(12L, 14L);
        assertThat(receivers(9)).isEmpty();
    }

    @Test
    void whatASessionAsksForReplacesWhatItAskedForBefore() {
        join(session(11, TOPIC));
        asks(11, OTHER);
        assertThat(receivers(TOPIC)).isEmpty();
        assertThat(receivers(OTHER)).containsExactly(11L);
        asks(11);
        assertThat(receivers(OTHER)).isEmpty();
    }

    @Test
    void whoLeavesAsksForNothingAnyMore() {
        join(session(11, TOPIC), session(12, TOPIC));
        audience.leave(
                Frames.position(0),
                SessionsLeave.newBuilder().addSessions(Frames.ref("g", 11)).build());
        join(session(11));
        assertThat(receivers(TOPIC)).containsExactly(12L);
    }

    @Test
    void permissionsStillApply() {
        join(session(11, TOPIC));
        Event hidden = event(TOPIC).toBuilder().setPermissions(1L << 3).build();
        audience.event(Frames.position(++sequence), hidden, outgoing);
        assertThat(outgoing.frames()).isEmpty();
    }

    @Test
    void whatWasMissedComesOnlyToThoseWhoAsk() {
        audience.join(
                Frames.position(5),
                SessionsJoin.newBuilder()
                        .addSessions(session(11, TOPIC))
                        .addSessions(session(12))
                        .addBacklog(PositionedEvent.newBuilder()
                                .setPosition(Frames.position(4))
                                .setEvent(event(TOPIC)))
                        .build(),
                outgoing);
        assertThat(outgoing.payloads()).containsOnlyKeys(11L);
    }

    @Test
    void fiveThousandWhoComeOneByOneCostOneDeliveryEach() {
        int people = 5_000;
        for (int person = 1; person <= people; person++) {
            join(session(person));
            audience.event(Frames.position(++sequence), event(TOPIC, person), outgoing);
        }
        assertThat(deliveries()).isEqualTo(people);
    }

    private void join(JoiningSession... sessions) {
        audience.join(
                Frames.position(sequence),
                SessionsJoin.newBuilder().addAllSessions(List.of(sessions)).build(),
                outgoing);
    }

    private void asks(long session, Long... topics) {
        audience.topics(
                Frames.position(sequence),
                SessionTopics.newBuilder()
                        .setSession(Frames.ref("g", session))
                        .addAllTopics(List.of(topics))
                        .build());
    }

    private List<Long> receivers(long... topics) {
        RecordingOutgoing fresh = new RecordingOutgoing();
        audience.event(Frames.position(++sequence), event(topics), fresh);
        return List.copyOf(fresh.payloads().keySet());
    }

    private int deliveries() {
        return outgoing.frames().stream()
                .flatMap(frame -> frame.getDeliveriesList().stream())
                .mapToInt(Delivery::getSessionsCount)
                .sum();
    }

    private static Event event(long... topics) {
        Event.Builder event = Frames.event("TEST");
        for (long topic : topics) {
            event.addTopics(topic);
        }
        return event.build();
    }

    private static JoiningSession session(long number, Long... topics) {
        return Frames.session("g", number).toBuilder()
                .addAllTopics(List.of(topics))
                .build();
    }
}
