package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Ticket;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives single sessions what is for them alone. Their gateway pulls it by a ticket; one that asks for no tickets gets it from the
 * shared stream.
 */
@Singleton
public final class PrivateAnswers {
    private final Tickets tickets;

    public PrivateAnswers(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What a session gets.
     *
     * @param events made from a snapshot, when they are asked for
     */
    record Private(SessionRef session, Iterator<Event> events) {}

    /** What sessions begin with. Whatever else the command changes and tells must be collected before. */
    Reply greet(GuildState guild, List<Private> all, Changes changes) {
        return pullable(
                all.stream()
                        .map(one -> ticket(one, tickets.openAnew(guild.context().key(), one.session(), one.events())))
                        .toList(),
                changes);
    }

    /** On the streams that all sessions share, for this one. */
    void byStream(Private one, Changes changes) {
        one.events()
                .forEachRemaining(event -> changes.event(
                        event.toBuilder().addOnlySessions(one.session()).build()));
    }

    /** One session's answer to a question of its own. */
    Reply answer(GuildState guild, boolean byTicket, Private one, Changes changes) {
        if (byTicket) {
            long number = tickets.open(guild.context().key(), one.session(), one.events());
            return pullable(List.of(ticket(one, number)), changes);
        }
        byStream(one, changes);
        return Reply.noContent();
    }

    private static Ticket.Builder ticket(Private one, long number) {
        return Ticket.newBuilder().setSession(one.session()).setNumber(number);
    }

    private static Reply pullable(List<Ticket.Builder> opened, Changes changes) {
        // The snapshot contains what this command and all before it changed. Their events have gone out when this runs.
        AtomicReference<Position> position = new AtomicReference<>();
        changes.audience(audience -> position.set(audience.position()));
        return Reply.later(() -> new Reply.Pullable(opened.stream()
                .map(ticket -> ticket.setPosition(position.get()).build())
                .toList()));
    }
}
