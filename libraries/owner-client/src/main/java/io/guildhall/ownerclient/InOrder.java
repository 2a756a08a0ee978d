package io.guildhall.ownerclient;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Commands of one caller to one actor, one after the other: the next one leaves when the one before it is answered, so that
 * none overtakes one that has to be sent again. At most {@link #MOST_WAITING} wait for a caller and an actor; further ones
 * are refused.
 *
 * @param <C> who sends; equal callers share an order
 */
public final class InOrder<C> {
    static final int MOST_WAITING = 100;

    private final Function<Command, Uni<Outcome>> send;
    private final Map<Line<C>, Deque<Waiter>> lines = new HashMap<>();

    private record Line<C>(C caller, ActorKey actor) {}

    private record Waiter(Command command, UniEmitter<? super Outcome> answer) {}

    /** @param send sends one command, again where that is needed; ends at some time */
    public InOrder(Function<Command, Uni<Outcome>> send) {
        this.send = send;
    }

    /** Takes its place in the order when it is subscribed to. It is sent even when nobody waits for the answer any more. */
    public Uni<Outcome> execute(C caller, Command command) {
        Line<C> line = new Line<>(caller, command.getActor());
        return Uni.createFrom().emitter(answer -> enter(line, new Waiter(command, answer)));
    }

    private void enter(Line<C> line, Waiter waiter) {
        synchronized (lines) {
            Deque<Waiter> others = lines.get(line);
            if (others != null) {
                if (others.size() < MOST_WAITING) {
                    others.add(waiter);
                } else {
                    waiter.answer().complete(Attempts.notNow("Too many commands wait for this owner."));
                }
                return;
            }
            lines.put(line, new ArrayDeque<>());
        }
        send(line, waiter);
    }

    private void send(Line<C> line, Waiter waiter) {
        Uni.createFrom()
                .deferred(() -> send.apply(waiter.command()))
                .subscribe()
                .with(
                        outcome -> finish(line, () -> waiter.answer().complete(outcome)),
                        failure -> finish(line, () -> waiter.answer().fail(failure)));
    }

    private void finish(Line<C> line, Runnable answer) {
        try {
            answer.run();
        } finally {
            next(line);
        }
    }

    private void next(Line<C> line) {
        Waiter waiter;
        synchronized (lines) {
            waiter = lines.get(line).poll();
            if (waiter == null) {
                lines.remove(line);
                return;
            }
        }
        send(line, waiter);
    }
}
