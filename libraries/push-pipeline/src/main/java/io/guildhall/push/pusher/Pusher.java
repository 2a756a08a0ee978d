package io.guildhall.push.pusher;

import io.guildhall.push.collector.Attempt;
import io.guildhall.push.collector.Collector;
import io.guildhall.push.collector.PushListener;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.provider.Composer;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.shedding.DropReason;
import io.guildhall.push.timing.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * A sink of the pipeline: sends over one connection. It asks the collector for as many as it has free places, and again as answers come in, so
 * never more are under way than places; while the connection is overloaded, or rests, it asks for none.
 */
public final class Pusher implements Flow.Subscriber<Attempt> {
    private static final Logger LOG = Logger.getLogger(Pusher.class);

    private final Collector collector;
    private final PushProvider provider;
    private final Composer composer;
    private final SentLedger ledger;
    private final PusherSettings settings;
    private final Timer timer;
    private final PushListener listener;
    private final Pauses pauses;
    private final Places places;

    private volatile Flow.Subscription subscription;

    public Pusher(
            Collector collector,
            PushProvider provider,
            Composer composer,
            SentLedger ledger,
            PusherSettings settings,
            Timer timer,
            RandomGenerator random,
            PushListener listener) {
        this.collector = collector;
        this.provider = provider;
        this.composer = composer;
        this.ledger = ledger;
        this.settings = settings;
        this.timer = timer;
        this.listener = listener;
        this.pauses = new Pauses(settings.firstPause(), settings.longestPause(), random);
        this.places = new Places(
                settings.mostInFlight(),
                new Breaker(
                        settings.failuresToOpen(), new Pauses(settings.firstRest(), settings.longestRest(), random)));
    }

    /** Begins to ask. */
    public void start() {
        collector.source().subscribe().withSubscriber(this);
    }

    /** Asks for nothing more. */
    public void stop() {
        subscription.cancel();
    }

    public int inFlight() {
        return places.inFlight();
    }

    /** Whether the connection rests, since it only failed. */
    public boolean isResting() {
        return places.isResting();
    }

    @Override
    public void onSubscribe(Flow.Subscription one) {
        subscription = one;
        ask();
    }

    @Override
    public void onNext(Attempt attempt) {
        if (!places.enter(timer.now())) {
            collector.giveBack(attempt);
            return;
        }
        compose(attempt);
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("The collector ended; nothing is pushed any more over this connection", failure);
    }

    @Override
    public void onComplete() {
        LOG.debug("The collector ended");
    }

    private void ask() {
        Places.Question question = places.ask(timer.now());
        question.later().ifPresent(pause -> timer.after(pause, this::askAgain));
        if (question.more() > 0) {
            subscription.request(question.more());
        }
    }

    private void askAgain() {
        places.woken();
        ask();
    }

    /** Composed first: what is withdrawn needs no claim. */
    private void compose(Attempt attempt) {
        guarded(() -> composer.compose(attempt.notification()))
                .subscribe()
                .with(
                        content -> content.ifPresentOrElse(
                                bytes -> claim(attempt, bytes), () -> drop(attempt, DropReason.WITHDRAWN)),
                        failure -> later(attempt, Optional.empty()));
    }

    private void claim(Attempt attempt, byte[] content) {
        if (attempt.claimed()) {
            transmit(attempt, content);
            return;
        }
        guarded(() -> ledger.claim(attempt.notification().key()))
                .subscribe()
                .with(
                        first -> {
                            if (first) {
                                transmit(attempt.afterClaim(), content);
                            } else {
                                drop(attempt, DropReason.REPEATED);
                            }
                        },
                        failure -> later(attempt, Optional.empty()));
    }

    private void transmit(Attempt attempt, byte[] content) {
        Instant began = timer.now();
        guarded(() -> provider.send(attempt.notification(), content))
                .onFailure()
                .recoverWithItem(failure -> new PushAnswer.Unknown(failure.toString()))
                .subscribe()
                .with(answer -> answered(attempt, answer, began));
    }

    private void answered(Attempt attempt, PushAnswer answer, Instant began) {
        Instant now = timer.now();
        switch (answer) {
            case PushAnswer.Taken() -> {
                places.succeeded();
                listener.sent(attempt.notification(), Duration.between(began, now));
                attempt.settled().run();
            }
            case PushAnswer.Gone() -> {
                places.succeeded();
                listener.gone(attempt.notification().device());
                report(attempt, DropReason.GONE);
                collector.forget(attempt.notification().device().id());
            }
            case PushAnswer.Refused(String why) -> {
                places.succeeded();
                LOG.debugf(
                        "%s refused a notification: %s",
                        attempt.notification().device().connection(), why);
                report(attempt, DropReason.REFUSED);
            }
            case PushAnswer.Later(Optional<Duration> after) -> {
                places.failed(now);
                later(attempt, after);
                return;
            }
            case PushAnswer.Overloaded(Duration after) -> {
                places.pause(now.plus(after));
                later(attempt, Optional.of(after));
                return;
            }
            case PushAnswer.Unknown(String why) -> {
                places.failed(now);
                LOG.debugf("%s: %s", attempt.notification().device().connection(), why);
                report(attempt, DropReason.UNKNOWN);
            }
        }
        leave();
    }

    /** Not before the provider wants it, nor together with the others. */
    private void later(Attempt attempt, Optional<Duration> after) {
        Duration pause = pauses.after(attempt.tries() + 1);
        Duration wanted = after.filter(least -> least.compareTo(pause) > 0)
                .map(least -> least.plus(pause.dividedBy(2)))
                .orElse(pause);
        boolean tooLate = attempt.notification().isExpired(timer.now().plus(wanted));
        if (attempt.tries() + 1 >= settings.mostTries() || tooLate) {
            drop(attempt, DropReason.EXHAUSTED);
            return;
        }
        listener.retried(attempt.notification());
        collector.retry(attempt, wanted);
        leave();
    }

    private void drop(Attempt attempt, DropReason reason) {
        report(attempt, reason);
        leave();
    }

    private void report(Attempt attempt, DropReason reason) {
        listener.dropped(attempt.notification(), reason);
        attempt.settled().run();
    }

    private void leave() {
        places.leave();
        ask();
    }

    /** Also what a part throws at once fails its one attempt only. */
    private static <T> Uni<T> guarded(Supplier<Uni<? extends T>> part) {
        return Uni.createFrom().deferred(part);
    }
}
