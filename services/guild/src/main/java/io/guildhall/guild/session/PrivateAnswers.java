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
 * Gives single sessions what is for them alone: their gateway pulls it by a ticket.
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

    /** One session's answer to a question of its own. */
    Reply answer(GuildState guild, Private one, Changes changes) {
        long number = tickets.open(guild.context().key(), one.session(), one.events());
        return pullable(List.of(ticket(one, number)), changes);
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
