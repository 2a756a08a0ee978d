package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Collection;
import java.util.List;

/** Tells those who read the actor's log what becomes of messages, in the batch in which it does. */
public final class MessageFacts {
    private MessageFacts() {}

    static void is(Place place, MessageBytes bytes, Changes changes) {
        changes.fact(MessageFact.TOPIC, () -> MessageFact.is(home(place), place.channelId(), bytes.answer()));
    }

    static void gone(Place place, Collection<RowView> messages, Changes changes) {
        List<Long> ids = messages.stream()
                .map(message -> message.get(Messages.MESSAGE_ID))
                .toList();
        if (!ids.isEmpty()) {
            changes.fact(MessageFact.TOPIC, () -> MessageFact.gone(home(place), place.channelId(), ids));
        }
    }

    /** A channel goes with everything in it. */
    public static void channelGone(long guildId, long channelId, Changes changes) {
        changes.fact(MessageFact.TOPIC, () -> MessageFact.channelGone(guildId, channelId));
    }

    /** A private channel goes, which is a home of its own. */
    public static void privateChannelGone(long channelId, Changes changes) {
        changes.fact(MessageFact.TOPIC, () -> MessageFact.homeGone(channelId));
    }

    /** A guild goes with everything in it. */
    public static void guildGone(long guildId, Changes changes) {
        changes.fact(MessageFact.TOPIC, () -> MessageFact.homeGone(guildId));
    }

    private static long home(Place place) {
        return place.guildId().orElse(place.channelId());
    }
}
