package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.webhookevent.WebhookEvent;

/** Tells an application what people say to each other in private in its game, and what becomes of it. Of all else it hears nothing. */
final class PlayersMessages {
    private PlayersMessages() {}

    static void tell(PrivatePlace place, WebhookEvent.Type type, RowView message, Changes changes) {
        if (!place.channel().isGroup()) {
            message.find(Messages.APPLICATION_ID)
                    .filter(application -> place.findUser(application).isEmpty())
                    .ifPresent(application -> tell(place, application, type, message, changes));
        }
    }

    static void tell(PrivatePlace place, long application, WebhookEvent.Type type, RowView message, Changes changes) {
        ObjectNode shown = MessageView.here(place).json(message);
        long author = message.get(Messages.AUTHOR_ID);
        place.channel().participants().keySet().stream()
                .filter(user -> user != author)
                .findFirst()
                .ifPresent(other -> shown.put("recipient_id", Snowflake.format(other)));
        changes.errand(new WebhookEvent(application, type, shown).errand());
    }
}
