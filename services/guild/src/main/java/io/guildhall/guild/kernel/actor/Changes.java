package io.guildhall.guild.kernel.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one command changes beside memory. Mutations are written as one batch, all or none; then the rest happens in the
 * order in which it was added, and last the reply goes out. When the write fails nothing of it happens.
 */
public final class Changes {
    private final List<Mutation> mutations = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Turns turns = new Turns();
    private final List<Errand> errands = new ArrayList<>();
    private final List<Runnable> claims = new ArrayList<>();
    private final Function<Position, Optional<List<PositionedEvent>>> history;
    private long bytes;

    public Changes() {
        this(after -> Optional.of(List.of()));
    }

    /** @param history the events of earlier owners after a position; empty when they can't be had */
    Changes(Function<Position, Optional<List<PositionedEvent>>> history) {
        this.history = history;
    }

    public Changes write(Mutation mutation) {
        mutations.add(mutation);
        bytes += mutation.getSerializedSize();
        return this;
    }

    public Changes writeAll(Collection<Mutation> more) {
        more.forEach(this::write);
        return this;
    }

    /** Sends an event to this actor's audience. */
    public Changes event(Event event) {
        Event whole = turns.isEmpty() ? event : turns.mergedInto(event);
        effects.add(new Effect.Send(whole, turns.take()));
        bytes += whole.getSerializedSize();
        return this;
    }

    /**
     * Changes what visibility is computed from, at the position of the event that is added next. Relays follow such changes back when they
     * are told what sessions missed, so nobody may hear of the change without the event that says what was before. Where no event comes
     * the change stands alone, in the end.
     *
     * @param before with how it was before, in {@code before} and {@code former_member}; goes with the event
     */
    public Changes turn(Consumer<Audience> change, Event before) {
        turns.add(change, before);
        return this;
    }

    /** Changes who listens, in order with the events before and after. */
    public Changes audience(Consumer<Audience> change) {
        effects.add(new Effect.Listeners(change));
        return this;
    }

    /**
     * Sessions come back that have everything up to a position. They first receive what they missed: from the events that
     * this node still has, and, when an earlier epoch is meant, from those that the last owner stored.
     */
    public Changes rejoin(Collection<JoiningSession> joining, Position resumeAfter) {
        Optional<List<PositionedEvent>> earlier = history.apply(resumeAfter);
        return audience(audience -> audience.rejoin(joining, resumeAfter, earlier));
    }

    /**
     * Sends a command to another actor, in order with earlier ones to the same actor. It is stored with the mutations and
     * arrives for certain, once, whichever nodes die meanwhile. A target that refuses it is not asked again.
     */
    public Changes tell(ActorKey target, Command.Builder command) {
        Command told = command.setActor(target).build();
        effects.add(new Effect.Tell(target, told));
        bytes += told.getSerializedSize();
        return this;
    }

    /** Has another actor send an event to its own audience. */
    public Changes publish(ActorKey target, Event event) {
        return tell(target, Command.newBuilder().setPublish(Publish.newBuilder().setEvent(event)));
    }

    /**
     * As {@link #publish} for what is of no use later: nothing is stored, and the event is lost when anything is in the way.
     */
    public Changes hint(ActorKey target, Event event) {
        effects.add(new Effect.Hint(Command.newBuilder()
                .setActor(target)
                .setPublish(Publish.newBuilder().setEvent(event))
                .build()));
        return this;
    }

    /** As {@link #step}, of what may get lost: it is sent once, and nothing is stored. */
    public Changes hintStep(ActorKey target, String step, JsonNode body) {
        effects.add(new Effect.Hint(Command.newBuilder()
                .setActor(target)
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build()));
        return this;
    }

    /** Asks another actor for a step of a larger operation; see {@link #tell}. */
    public Changes step(ActorKey target, String step, JsonNode body) {
        ByteString json = Json.bytes(body);
        return tell(
                target,
                Command.newBuilder()
                        .setInternal(Internal.newBuilder().setStep(step).setBody(json)));
    }

    /** Asks an actor for a step after a while. It is sent once and not stored: it may get lost. */
    public Changes stepLater(ActorKey target, String step, Duration pause) {
        return stepLater(target, step, Json.object(), pause);
    }

    /** As {@link #stepLater(ActorKey, String, Duration)}, of something. */
    public Changes stepLater(ActorKey target, String step, JsonNode body, Duration pause) {
        effects.add(new Effect.Later(
                pause,
                Command.newBuilder()
                        .setActor(target)
                        .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                        .build()));
        return this;
    }

    /**
     * Tells those outside who read the log, such as search and push: stored with the mutations, and brought to them in the
     * order of the facts with the same key. Where nobody reads the topic it is not even made.
     */
    public Changes fact(String topic, Supplier<Fact> fact) {
        effects.add(new Effect.Tellable(topic, fact));
        return this;
    }

    /** Asks whoever sent the command for something outside, with its answer. It may get lost, and nobody may do it. */
    public Changes errand(Errand errand) {
        errands.add(errand);
        return this;
    }

    /**
     * Takes what only one may have, such as a name, by a conditional write that happens at once. It is done when the handler is
     * through, since nobody could take it back when something else refused the command then. It throws what refuses the command.
     */
    public Changes claim(Runnable claim) {
        claims.add(claim);
        return this;
    }

    /** Runs something short that does not block. */
    public Changes afterCommit(Runnable action) {
        effects.add(new Effect.After(action));
        return this;
    }

    /** How large it is by now: of mutations, events and messages to other actors together. */
    public long bytes() {
        return bytes;
    }

    /** Adds everything that another one holds, behind what is here. */
    public Changes addAll(Changes more) {
        mutations.addAll(more.mutations);
        effects.addAll(more.effects);
        errands.addAll(more.errands);
        claims.addAll(more.claims);
        bytes += more.bytes;
        return this;
    }

    /** Mutations, and whatever else happens. */
    int count() {
        return mutations.size() + effects.size();
    }

    void makeClaims() {
        claims.forEach(Runnable::run);
    }

    List<Mutation> mutations() {
        return mutations;
    }

    List<Effect> effects() {
        turns.take().forEach(this::audience);
        return effects;
    }

    List<Errand> errands() {
        return errands;
    }
}
