package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.OptionalLong;

/**
 * A message of an application, as it is stored.
 *
 * @param onlyTo the one person who sees it; empty when it is a message of the channel
 */
public record AppMessage(RowView row, OptionalLong onlyTo) {
    public long id() {
        return row.get(Messages.MESSAGE_ID);
    }

    /** The application that it is of: its own, or that of the webhook which sent it; whoever wrote it if it is of none. */
    public long applicationId() {
        long author = row.get(Messages.AUTHOR_ID);
        return row.has(Messages.WEBHOOK_ID) ? row.find(Messages.APPLICATION_ID).orElse(author) : author;
    }

    /** The interaction that it answers, as the message shows it; empty when it answers none. */
    public JsonNode interaction() {
        return Json.parse(row.get(Messages.INTERACTION, ByteString.EMPTY));
    }

    public JsonNode components() {
        return Json.parse(row.get(Messages.COMPONENTS, Json.EMPTY_LIST));
    }

    public boolean isEphemeral() {
        return onlyTo.isPresent();
    }

    /** Announced, and not said yet. */
    public boolean isLoading() {
        return MessageFlag.in(row.get(Messages.FLAGS, 0L), MessageFlag.LOADING);
    }
}
