package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Mutation;
import java.util.List;
import java.util.function.Consumer;

/** Shows tests what a handler collected. */
public record ChangesView(Changes changes) {
    public List<Mutation> mutations() {
        return changes.mutations();
    }

    public List<Event> events() {
        return changes.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).event())
                .toList();
    }

    public List<Command> tells() {
        return changes.effects().stream()
                .filter(Effect.Tell.class::isInstance)
                .map(effect -> ((Effect.Tell) effect).command())
                .toList();
    }

    /** What is told to others and not kept. */
    public List<Command> hints() {
        return changes.effects().stream()
                .filter(Effect.Hint.class::isInstance)
                .map(effect -> ((Effect.Hint) effect).command())
                .toList();
    }

    /** What those who read the log are told. */
    public List<Fact> facts() {
        return changes.effects().stream()
                .filter(Effect.Tellable.class::isInstance)
                .map(effect -> ((Effect.Tellable) effect).fact().get())
                .toList();
    }

    /** What the caller is asked for with the answer. */
    public List<Errand> errands() {
        return changes.errands();
    }

    /** What is sent after a while. */
    public List<Command> laters() {
        return changes.effects().stream()
                .filter(Effect.Later.class::isInstance)
                .map(effect -> ((Effect.Later) effect).command())
                .toList();
    }

    /** Does to the audience what a commit would do, and says in between what is sent. */
    public void applyTo(Audience audience, Consumer<Event> sent) {
        for (Effect effect : changes.effects()) {
            if (effect instanceof Effect.Listeners listeners) {
                listeners.change().accept(audience);
            } else if (effect instanceof Effect.Send send) {
                send.changes().forEach(change -> change.accept(audience));
                sent.accept(send.event());
            } else if (effect instanceof Effect.After after) {
                after.action().run();
            }
        }
    }
}
