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
import java.util.ArrayList;
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

    /** Whatever else the command changes and tells must be collected before, so that the ticket's position is behind it. */
    Reply byTicket(GuildState guild, List<Private> all, Changes changes) {
        List<Ticket.Builder> opened = new ArrayList<>(all.size());
        for (Private one : all) {
            long number = tickets.open(guild.context().key(), one.session(), one.events());
            opened.add(Ticket.newBuilder().setSession(one.session()).setNumber(number));
        }
        // The snapshot contains what this command and all before it changed. Their events have gone out when this runs.
        AtomicReference<Position> position = new AtomicReference<>();
        changes.audience(audience -> position.set(audience.position()));
        return Reply.later(() -> new Reply.Pullable(opened.stream()
                .map(ticket -> ticket.setPosition(position.get()).build())
                .toList()));
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
            return byTicket(guild, List.of(one), changes);
        }
        byStream(one, changes);
        return Reply.noContent();
    }
}
