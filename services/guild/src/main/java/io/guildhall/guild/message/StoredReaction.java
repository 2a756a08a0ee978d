package io.guildhall.guild.message;

import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
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

    /** What deletes everybody's reactions to the message; its own row stays as it is. */
    public static List<Mutation> deletions(RowView message) {
        return of(message).stream()
                .map(reaction -> Write.deletePartition(
                        Reactions.TABLE,
                        message.get(Messages.CHANNEL_ID),
                        message.get(Messages.MESSAGE_ID),
                        EmojiKey.of(reaction.emoji())))
                .toList();
    }
}
