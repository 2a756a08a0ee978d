package io.guildhall.guild.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.PublishedMessages;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.webhook.WebhookAuthor;
import io.guildhall.guild.webhook.WebhookBook;
import io.guildhall.guild.webhook.WebhookType;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PublishedCopies;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A channel that a webhook of this guild follows published a message, or edited or deleted what it had published. */
@Singleton
public final class TakePublished implements GuildStep {
    static final String STEP = "takePublished";
    static final String WEBHOOK_ID = "webhook_id";

    /** Names what the message says; absent when it is deleted. */
    static final String CONTENT = "content";

    private static final String MESSAGE_ID = "message_id";

    private final PublishedMessages messages;

    public TakePublished(PublishedMessages messages) {
        this.messages = messages;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(
                Read.row(Webhooks.TABLE, id(body, WEBHOOK_ID)),
                Read.row(PublishedCopies.TABLE, id(body, WEBHOOK_ID), id(body, MESSAGE_ID)));
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        new WebhookBook(guild)
                .find(id(body, WEBHOOK_ID))
                .filter(webhook -> webhook.get(Webhooks.TYPE, 0L) == WebhookType.FOLLOWER)
                .ifPresent(webhook -> take(guild, webhook, body, changes));
        return Reply.noContent();
    }

    private void take(GuildState guild, RowView webhook, JsonNode body, Changes changes) {
        long webhookId = webhook.get(Webhooks.WEBHOOK_ID);
        long sourceId = id(body, MESSAGE_ID);
        Optional<RowView> copy = guild.storage().row(PublishedCopies.TABLE, webhookId, sourceId);
        JsonNode content = body.path(CONTENT);
        if (copy.isEmpty() && content.isObject()) {
            long channel = webhook.get(Webhooks.CHANNEL_ID);
            long id = messages.send(
                    new GuildPlace(guild, channel, webhookId),
                    new Sender(webhookId, null, WebhookAuthor.of(webhook)),
                    reference(body),
                    (ObjectNode) content,
                    changes);
            changes.write(Write.to(PublishedCopies.TABLE, webhookId, sourceId)
                    .set(PublishedCopies.CHANNEL_ID, channel)
                    .set(PublishedCopies.MESSAGE_ID, id)
                    .build());
            return;
        }
        copy.filter(there ->
                        guild.findChannel(there.get(PublishedCopies.CHANNEL_ID)).isPresent())
                .ifPresent(there -> {
                    GuildPlace place = new GuildPlace(guild, there.get(PublishedCopies.CHANNEL_ID), webhookId);
                    long copyId = there.get(PublishedCopies.MESSAGE_ID);
                    if (content.isObject()) {
                        messages.edit(place, copyId, (ObjectNode) content, changes);
                    } else {
                        messages.sourceDeleted(place, copyId, changes);
                    }
                });
    }

    private static ObjectNode reference(JsonNode body) {
        ObjectNode reference = Json.object().put("type", 0);
        for (String field : List.of("channel_id", MESSAGE_ID, "guild_id")) {
            reference.put(field, body.path(field).asText());
        }
        return reference;
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
