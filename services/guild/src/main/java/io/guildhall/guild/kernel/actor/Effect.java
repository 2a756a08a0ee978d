package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What happens, in order, once a commit is durable. None of it blocks. */
sealed interface Effect {
    /**
     * An event for the actor's audience.
     *
     * @param changes of the audience itself, at the event's position: whoever joins hears of all of it, or of nothing
     */
    record Send(Event event, List<Consumer<Audience>> changes) implements Effect {}

    /** A change of the audience itself: who listens, or what visibility is computed from. */
    record Listeners(Consumer<Audience> change) implements Effect {}

    /** A message to another actor. */
    record Tell(ActorKey target, Command command) implements Effect {}

    /** A message to another actor that may get lost. */
    record Hint(Command command) implements Effect {}

    /** A command that is sent after a while, and may get lost. */
    record Later(Duration pause, Command command) implements Effect {}

    /** Something for those who read the log from outside; made only where somebody does. */
    record Tellable(String topic, Supplier<Fact> fact) implements Effect {}

    record After(Runnable action) implements Effect {}
}
