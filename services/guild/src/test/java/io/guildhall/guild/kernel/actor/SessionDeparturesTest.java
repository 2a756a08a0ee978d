package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.SessionDeparture;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SessionDeparturesTest {
    private static final ActorKey ACTOR = Keys.guild(7);

    private final List<Long> ended = new ArrayList<>();
    private final SessionDepartures departures = new SessionDepartures(this::execute, (pause, action) -> {});

    @Test
    void whoWaitsToJoinIsNotMeantByARelayThatLostItBefore() {
        CompletableFuture<Outcome> joins = new CompletableFuture<>();
        departures.join(ACTOR, attach(2), joins, () -> {});
        departures.lost(ACTOR, refs(1, 2)).confirm();
        assertThat(ended).containsExactly(1L);
    }

    @Test
    void whoHasJoinedIsMeant() {
        departures.join(ACTOR, attach(2), CompletableFuture.completedFuture(Outcomes.broken()), () -> {});
        departures.lost(ACTOR, refs(1, 2)).confirm();
        assertThat(ended).containsExactly(1L, 2L);
    }

    @Test
    void whoJoinsBeforeItWasEndedStays() {
        SessionDeparture lost = departures.lost(ACTOR, refs(1, 2));
        departures.join(ACTOR, attach(2), new CompletableFuture<>(), () -> {});
        lost.confirm();
        assertThat(ended).containsExactly(1L);
    }

    @Test
    void aGatewayThatIsGoneTakesThoseAlongThatWaitedToJoin() {
        departures.join(ACTOR, attach(2), new CompletableFuture<>(), () -> {});
        departures.begin(ACTOR, refs(2)).confirm();
        assertThat(ended).containsExactly(2L);
    }

    @Test
    void whoWaitsToJoinIsOnItsWayUntilItHasJoined() {
        CompletableFuture<Outcome> joins = new CompletableFuture<>();
        departures.join(ACTOR, attach(2), joins, () -> {});
        assertThat(departures.coming(ACTOR, "gateway")).containsExactly(2L);
        assertThat(departures.coming(ACTOR, "another")).isEmpty();
        joins.complete(Outcome.getDefaultInstance());
        assertThat(departures.coming(ACTOR, "gateway")).isEmpty();
    }

    private CompletionStage<Outcome> execute(Command command) {
        command.getDetach().getSessionsList().forEach(session -> ended.add(session.getNumber()));
        return CompletableFuture.completedFuture(Outcome.getDefaultInstance());
    }

    private static AttachSessions attach(long session) {
        return AttachSessions.newBuilder()
                .addSessions(Session.newBuilder().setRef(ref(session)))
                .build();
    }

    private static List<SessionRef> refs(long... sessions) {
        return Arrays.stream(sessions).mapToObj(SessionDeparturesTest::ref).toList();
    }

    private static SessionRef ref(long session) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(session).build();
    }
}
