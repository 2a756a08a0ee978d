package io.guildhall.ownerclient;

import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.rpc.CallFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** One command on its way: decides after each answer whether it is sent once more, and when. */
final class Attempts {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int UNAVAILABLE = 503;

    private final Waiting waiting;
    private final Terms terms;
    private final long begun;
    private Duration pause = FIRST_PAUSE;

    Attempts(Waiting waiting, Terms terms) {
        this.waiting = waiting;
        this.terms = terms;
        this.begun = waiting.nanos();
    }

    Uni<Outcome> run(Uni<Outcome> attempt) {
        return attempt.onItemOrFailure()
                .transformToUni((outcome, failure) ->
                        failure == null ? answered(outcome, attempt) : unanswered(failure, attempt));
    }

    /** A refusal of a command of which nothing was done. */
    static Outcome notNow(String message) {
        return unavailable(message).toBuilder()
                .mergeFailure(Failure.newBuilder().setNothingDone(true).build())
                .build();
    }

    private Uni<Outcome> answered(Outcome outcome, Uni<Outcome> attempt) {
        return switch (outcome.getResultCase()) {
            case SUCCESS -> Uni.createFrom().item(outcome);
            case FAILURE -> refused(outcome, attempt);
            // Asked twice, and neither had it: it is between two owners.
            case MOVED -> refused(notNow("The owner is changing; try again."), attempt);
            case RESULT_NOT_SET -> refused(unavailable("The owner gave no answer; try again."), attempt);
        };
    }

    private Uni<Outcome> refused(Outcome outcome, Uni<Outcome> attempt) {
        Failure failure = outcome.getFailure();
        if (failure.getStatus() != UNAVAILABLE || !(failure.getNothingDone() || terms.harmless())) {
            return Uni.createFrom().item(outcome);
        }
        // An owner that is about to be there says so; one that has too much to do says how long to leave it alone.
        Duration asked = failure.getNothingDone() ? Duration.ZERO : seconds(failure.getRetryAfter());
        Duration next = nextPause(asked);
        return mayGoOn(next)
                ? waiting.pause(next).onItem().transformToUni(paused -> run(attempt))
                : Uni.createFrom().item(outcome);
    }

    private Uni<Outcome> unanswered(Throwable failure, Uni<Outcome> attempt) {
        CallFailure kind = CallFailure.of(failure);
        Duration next = nextPause(Duration.ZERO);
        boolean again = kind == CallFailure.UNSENT || (terms.harmless() && kind.passing());
        return again && mayGoOn(next)
                ? waiting.pause(next).onItem().transformToUni(paused -> run(attempt))
                : Uni.createFrom().failure(failure);
    }

    private Duration nextPause(Duration atLeast) {
        Duration next = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return next.compareTo(atLeast) < 0 ? atLeast : next;
    }

    private boolean mayGoOn(Duration next) {
        return waiting.nanos() - begun + next.toNanos() < terms.patience().toNanos()
                && terms.wanted().getAsBoolean();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    private static Outcome unavailable(String message) {
        return Outcome.newBuilder()
                .setFailure(Failure.newBuilder()
                        .setStatus(UNAVAILABLE)
                        .setMessage(message)
                        .setRetryAfter(1))
                .build();
    }
}
