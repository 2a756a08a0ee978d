package io.guildhall.guild.message;

import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** How often a message was reacted to with an emoji, as the message's row keeps it; in the order of first use. */
@RegisterForReflection
public record StoredReaction(PartialEmoji emoji, int count) {
    public static List<StoredReaction> of(RowView message) {
        return message.has(Messages.REACTIONS)
                ? Json.readList(message.get(Messages.REACTIONS), StoredReaction.class)
                : List.of();
    }
}
