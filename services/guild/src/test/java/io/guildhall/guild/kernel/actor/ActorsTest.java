package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.SessionDeparture;
import io.guildhall.model.cluster.Contract;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ActorsTest extends ActorsTestBase {
    @Test
    void commandsRunInTheOrderInWhichTheyCame() {
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            outcomes.add(run("add"));
        }
        assertThat(outcomes).extracting(ActorsTestBase::count).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void anOutcomeWaitsForItsWriteAndThoseBefore() {
        run("get").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> first = run("add");
        CompletionStage<Outcome> second = run("get");
        Eventually.until(() -> storage.heldWrites() == 1);
        assertThat(first.toCompletableFuture()).isNotDone();
        assertThat(second.toCompletableFuture()).isNotDone();
        storage.release();
        assertThat(count(first)).isEqualTo(1);
        assertThat(count(second)).isEqualTo(1);
    }

    @Test
    void aReadInAHandlerSeesTheActorsOwnWritesAndWaitsForNone() {
        run("get").toCompletableFuture().join();
        storage.hold();
        run("add");
        run("add");
        CompletionStage<Outcome> stored = run("stored");
        Eventually.until(() -> counter.reads.equals(List.of(2L)));
        assertThat(storage.heldWrites()).isEqualTo(1);
        assertThat(stored.toCompletableFuture()).isNotDone();
        storage.release();
        assertThat(count(stored)).isEqualTo(2);
    }

    @Test
    void aRefusedWriteUndoesWhatWasBuiltOnItAndTheActorGoesOnWithoutLoading() {
        run("add").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> refused = run("add");
        Eventually.until(() -> storage.heldWrites() == 1);
        CompletionStage<Outcome> behind = run("add");
        storage.shed();
        assertThat(refused.toCompletableFuture().join().getFailure().getStatus())
                .isEqualTo(503);
        storage.release();
        behind.toCompletableFuture().join();
        long count = count(run("get"));
        assertThat(count).isEqualTo(behind.toCompletableFuture().join().hasSuccess() ? 2 : 1);
        assertThat(count(run("stored"))).isEqualTo(count);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void whileAWriteIsRepeatedNewCommandsAreRefusedAndNothingIsLoaded() {
        run("add").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> unknown = run("add");
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.loseAnswer();
        assertThat(run("add").toCompletableFuture().join().getFailure().getStatus())
                .isEqualTo(503);
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.release();
        assertThat(count(unknown)).isEqualTo(2);
        assertThat(count(run("add"))).isEqualTo(3);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void anOwnerThatIsFencedForgetsTheActorAndClaimsItAnewWhenAsked() {
        run("add").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> fenced = run("add");
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.fence();
        assertThat(fenced.toCompletableFuture().join().getFailure().getStatus()).isEqualTo(503);
        storage.release();
        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(counter.loads).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsClaimedForACommandThatIsRefusedOtherwise() {
        Outcome refused = run("claim and refuse").toCompletableFuture().join();
        assertThat(refused.getFailure().getCode()).isEqualTo(50013);

        assertThat(run("claim and be refused when it is taken")
                        .toCompletableFuture()
                        .join()
                        .hasSuccess())
                .isTrue();
        assertThat(count(run("claim"))).isZero();
    }

    @Test
    void aHandlerThatBreaksHasChangedNothingWhateverItDidBefore() {
        run("add").toCompletableFuture().join();
        for (String step : List.of("break", "add and break")) {
            assertThat(run(step).toCompletableFuture().join().getFailure().getStatus())
                    .isEqualTo(500);
        }
        assertThat(run("add and refuse")
                        .toCompletableFuture()
                        .join()
                        .getFailure()
                        .getCode())
                .isEqualTo(50013);
        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(count(run("stored"))).isEqualTo(1);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void whatOnlyALaterReleaseKnowsIsRefusedAndNothingIsLoadedAgain() {
        run("add").toCompletableFuture().join();
        Command.Builder known = Command.newBuilder()
                .setActor(Keys.guild(GUILD))
                .setInternal(Internal.newBuilder().setStep("add"));
        Command.Builder aPayload = Command.newBuilder().setActor(Keys.guild(GUILD));
        Command.Builder ofAKind =
                known.clone().setActor(ActorKey.newBuilder().setKindValue(99).setId(GUILD));
        for (Command.Builder newer : List.of(known.clone().setNeeds(Contract.OWNER + 1), aPayload, ofAKind)) {
            Failure refused =
                    actors.execute(newer.build()).toCompletableFuture().join().getFailure();
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getNothingDone()).isTrue();
        }
        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(counter.loads).containsExactly(1L);
        assertThat(actors.execute(known.setNeeds(Contract.OWNER).build())
                        .toCompletableFuture()
                        .join()
                        .hasSuccess())
                .isTrue();
    }

    @Test
    void anErrorOfOneCommandStopsNoOther() {
        run("add").toCompletableFuture().join();
        for (String step : List.of("error", "error later")) {
            assertThat(run(step).toCompletableFuture().join().getFailure().getStatus())
                    .isEqualTo(500);
            assertThat(count(run("get"))).isEqualTo(1);
        }
        assertThat(count(run("error after"))).isEqualTo(2);
        assertThat(count(run("get"))).isEqualTo(2);
    }

    @Test
    void anActorThatFailsWhileItIsGivenUpIsGivenUpAllTheSame() {
        run("add").toCompletableFuture().join();
        counter.failsWhenReleased = true;
        actors.closeAll().toCompletableFuture().join();
        assertThat(actors.size()).isZero();
    }

    @Test
    void aRefusalKeepsTheState() {
        run("add").toCompletableFuture().join();
        assertThat(run("refuse").toCompletableFuture().join().getFailure().getCode())
                .isEqualTo(50013);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void whatDoesNotExistWritesNoEpoch() {
        assertThat(run("unknown").toCompletableFuture().join().getFailure().getCode())
                .isEqualTo(10004);
        assertThat(counter.loads).isEmpty();
    }

    @Test
    void whatDoesNotExistDoesNotStayInMemory() {
        run("unknown").toCompletableFuture().join();
        Eventually.until(() -> {
            actors.evictIdle(clock.instant());
            return actors.size() == 0;
        });
    }

    @Test
    void aFullMailboxRefusesWithServiceUnavailable() {
        CompletionStage<Outcome> waiting = run("wait");
        Eventually.until(() -> actors.waiting() == 0 && !counter.loads.isEmpty());
        List<CompletionStage<Outcome>> taken = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            taken.add(run("get"));
        }
        assertThat(run("get").toCompletableFuture().join().getFailure().getStatus())
                .isEqualTo(503);
        counter.gate.countDown();
        assertThat(waiting.toCompletableFuture().join().hasSuccess()).isTrue();
        assertThat(taken).allSatisfy(outcome -> assertThat(count(outcome)).isZero());
    }

    @Test
    void anIdleActorIsForgottenAndLoadedAgain() {
        run("add").toCompletableFuture().join();
        clock.advance(Duration.ofMinutes(11));
        Eventually.until(() -> {
            actors.evictIdle(clock.instant());
            return actors.size() == 0;
        });
        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(counter.loads).containsExactly(1L, 2L);
    }

    @Test
    void anotherNodesActorIsAnsweredWithItsOwner() {
        discovery.set(Role.GUILD, "other");
        assertThat(run("get").toCompletableFuture().join().getMoved().getNode()).isEqualTo("other");
    }

    @Test
    void anActorThatIsAnothersNowIsGivenUpAfterItsWrites() {
        run("get").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> last = run("add");
        Eventually.until(() -> storage.heldWrites() == 1);
        discovery.set(Role.GUILD, "other");
        CompletionStage<Void> given = actors.handOver();
        assertThat(given.toCompletableFuture()).isNotDone();
        storage.release();
        given.toCompletableFuture().join();
        assertThat(count(last)).isEqualTo(1);
        assertThat(actors.size()).isZero();
    }

    @Test
    void aNodeThatKnowsNobodyKeepsItsActorsUntilItKnowsWhoseTheyAre() {
        run("get").toCompletableFuture().join();
        discovery.alone(true);
        actors.handOver().toCompletableFuture().join();
        assertThat(actors.size()).isEqualTo(1);
        assertThat(run("get").toCompletableFuture().join().hasFailure()).isTrue();

        discovery.alone(false);
        discovery.set(Role.GUILD, "other");
        actors.handOver().toCompletableFuture().join();
        assertThat(actors.size()).isZero();
    }

    @Test
    void theNextOwnerCanAskForTheRelease() {
        run("add").toCompletableFuture().join();
        assertThat(run(EpochClaim.RELEASE).toCompletableFuture().join().hasSuccess())
                .isTrue();
        assertThat(actors.size()).isZero();
    }

    @Test
    void aSessionThatCameBackIsNotEndedByWhatWasTriedBefore() {
        attach(1);
        attach(2);
        discovery.set(Role.GUILD);
        actors.departing(Keys.guild(GUILD), List.of(session(1), session(2))).confirm();
        discovery.set(Role.GUILD, "self");
        attach(1);
        Eventually.until(
                () -> actors.audience(Keys.guild(GUILD)).orElseThrow().all().equals(List.of(session(1))));
    }

    @Test
    void aSessionThatCameBackIsNotEndedWhenThatIsCertainOnlyAfterwards() {
        attach(1);
        attach(2);
        SessionDeparture departure = actors.departing(Keys.guild(GUILD), List.of(session(1), session(2)));
        attach(1);
        departure.confirm();
        Eventually.until(
                () -> actors.audience(Keys.guild(GUILD)).orElseThrow().all().equals(List.of(session(1))));
    }

    @Test
    void aGatewayIsToldWhichOfItsSessionsAreMissing() {
        attach(1);
        attach(2);
        assertThat(differing(roll(attendance(1, 2)))).isEmpty();
        assertThat(differing(roll(attendance(1, 2, 3)))).containsExactly(List.of());
        assertThat(differing(roll(attendance(1)))).containsExactly(List.of());
        assertThat(differing(numbers(1, 2, 3))).containsExactly(List.of(3L));
        assertThat(differing(numbers(1))).isEmpty();
    }

    @Test
    void whereThereIsNoActorEverySessionIsMissing() {
        assertThat(differing(roll(attendance(1)))).containsExactly(List.of());
        assertThat(differing(numbers(1, 2))).containsExactly(List.of(1L, 2L));
    }

    @Test
    void aNodeSaysNothingOfActorsThatItDoesNotTakeForItsOwn() {
        attach(1);
        discovery.set(Role.GUILD, "other");
        assertThat(differing(roll(attendance(1, 2)))).isEmpty();
        assertThat(differing(numbers(1, 2))).isEmpty();
    }

    private List<List<Long>> differing(Roll roll) {
        return actors
                .callRoll(RollCall.newBuilder()
                        .setGateway("gateway")
                        .addRolls(roll.toBuilder().setActor(Keys.guild(GUILD)))
                        .build())
                .getDifferingList()
                .stream()
                .map(Roll::getSessionsList)
                .toList();
    }

    private static Roll roll(Attendance attendance) {
        return Roll.newBuilder()
                .setCount(attendance.count())
                .setDigest(attendance.digest())
                .build();
    }

    private static Roll numbers(long... sessions) {
        return Roll.newBuilder()
                .addAllSessions(Arrays.stream(sessions).boxed().toList())
                .build();
    }

    private static Attendance attendance(long... sessions) {
        Attendance attendance = Attendance.NONE;
        for (long session : sessions) {
            attendance = attendance.with(session);
        }
        return attendance;
    }

    private void attach(long number) {
        Command attach = Command.newBuilder()
                .setActor(Keys.guild(GUILD))
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(
                                Session.newBuilder().setRef(session(number)).setUserId(number)))
                .build();
        assertThat(actors.execute(attach).toCompletableFuture().join().hasSuccess())
                .isTrue();
    }

    private static SessionRef session(long number) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(number).build();
    }
}
