package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.log.Log;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A command's changes with their entries in the actor's log.
 *
 * @param mutations the batch: rows and entries
 * @param effects what happens, in order, once they are durable
 */
record LoggedChanges(List<Mutation> mutations, List<Runnable> effects) {
    /** Takes the positions that the entries have. */
    static LoggedChanges of(
            Changes changes, Command cause, Log log, Audience audience, ActorCommands owners, boolean keepEvents) {
        Draft draft = new Draft(cause.getTrace(), log, audience, owners, new ArrayList<>(changes.mutations()));
        List<Runnable> effects = new ArrayList<>(changes.effects().size());
        changes.effects().forEach(effect -> effects.add(draft.logged(effect)));
        // What was not worth a write is not worth one for being replayed: typing, presences.
        if (keepEvents && !draft.mutations.isEmpty()) {
            draft.keepEvents();
        }
        return new LoggedChanges(draft.mutations, effects);
    }

    private record Kept(Position position, Event event) {}

    private record Draft(
            String trace,
            Log log,
            Audience audience,
            ActorCommands owners,
            List<Mutation> mutations,
            List<Kept> events) {
        Draft(String trace, Log log, Audience audience, ActorCommands owners, List<Mutation> mutations) {
            this(trace, log, audience, owners, mutations, new ArrayList<>());
        }

        Runnable logged(Effect effect) {
            return switch (effect) {
                case Effect.Send(Event event, List<Consumer<Audience>> changes) -> send(event, changes);
                case Effect.Listeners listeners -> () -> listeners.change().accept(audience);
                case Effect.Tell tell -> log.message(traced(tell.command()), mutations);
                case Effect.Hint hint -> () -> owners.execute(traced(hint.command()));
                case Effect.Later later ->
                    () -> Pauses.REAL.after(later.pause(), () -> owners.execute(later.command()));
                case Effect.Tellable tellable -> log.fact(tellable.topic(), tellable.fact(), mutations);
                case Effect.After after -> after.action();
            };
        }

        /** Only now is it known whether their bytes are needed. */
        void keepEvents() {
            events.forEach(kept -> mutations.add(log.event(kept.position(), kept.event())));
        }

        private Runnable send(Event event, List<Consumer<Audience>> changes) {
            Position position = log.next();
            events.add(new Kept(position, event));
            Event traced =
                    trace.isEmpty() ? event : event.toBuilder().setTrace(trace).build();
            return () -> audience.send(position, traced, changes);
        }

        private Command traced(Command command) {
            return trace.isEmpty()
                    ? command
                    : command.toBuilder().setTrace(trace).build();
        }
    }
}
