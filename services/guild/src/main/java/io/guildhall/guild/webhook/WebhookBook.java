package io.guildhall.guild.webhook;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildWebhooks;
import io.guildhall.model.table.catalogue.PublishedCopies;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The webhooks of a guild. They are read from the store each time: most guilds have none, and those that write read one row. */
public record WebhookBook(GuildState guild) {
    private static final int MOST_OF_CHANNEL = 15;
    private static final int MOST = 1000;

    /** All webhooks of a guild, by id and channel. */
    public static ReadRequest index(long guildId) {
        return Read.from(GuildWebhooks.TABLE, guildId).build();
    }

    /** The first of {@link #index(long)}. */
    public static ReadRequest index(long guildId, int limit) {
        return Read.from(GuildWebhooks.TABLE, guildId).limit(limit).build();
    }

    /** The webhooks whose channels pass, the oldest first. Reads many rows: for use outside the mailbox, or for few. */
    static List<RowView> read(StorageFacade storage, long guildId, LongPredicate channel) {
        List<Long> ids = storage.read(GuildWebhooks.TABLE, index(guildId)).stream()
                .filter(row -> channel.test(row.get(GuildWebhooks.CHANNEL_ID)))
                .map(row -> row.get(GuildWebhooks.WEBHOOK_ID))
                .toList();
        return List.copyOf(ManyRows.read(storage, Webhooks.TABLE, ids).values());
    }

    /** A webhook of this guild. */
    public Optional<RowView> find(long webhookId) {
        return guild.storage()
                .row(Webhooks.TABLE, webhookId)
                .filter(row -> row.get(Webhooks.GUILD_ID, 0L) == guild.id())
                .filter(row ->
                        guild.findChannel(row.get(Webhooks.CHANNEL_ID, 0L)).isPresent());
    }

    /** @throws ApiException 30007 or 30058 when there are as many as there may be */
    public void requireRoom(long channelId) {
        List<RowView> all = guild.storage().read(GuildWebhooks.TABLE, index(guild.id()));
        if (all.size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_WEBHOOKS_PER_GUILD_REACHED);
        }
        long ofChannel = all.stream()
                .filter(row -> row.get(GuildWebhooks.CHANNEL_ID) == channelId)
                .count();
        if (ofChannel >= MOST_OF_CHANNEL) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_WEBHOOKS_REACHED);
        }
    }

    /** A new webhook, or one that changed; who looks at its channel is told. */
    public void save(RowView before, RowView after, Changes changes) {
        long channel = after.get(Webhooks.CHANNEL_ID);
        Rows.save(before, after, changes);
        if (before == null || before.get(Webhooks.CHANNEL_ID) != channel) {
            changes.write(Write.to(GuildWebhooks.TABLE, guild.id(), after.get(Webhooks.WEBHOOK_ID))
                    .set(GuildWebhooks.CHANNEL_ID, channel)
                    .build());
        }
        if (before != null && before.get(Webhooks.CHANNEL_ID) != channel) {
            tell(before.get(Webhooks.CHANNEL_ID), changes);
        }
        tell(channel, changes);
    }

    void delete(RowView webhook, Changes changes) {
        forget(webhook, changes);
        tell(webhook.get(Webhooks.CHANNEL_ID), changes);
    }

    /** Those that an application made go; who looks at their channels is told. Reads all webhooks of the guild. */
    public void deleteOf(long applicationId, Changes changes) {
        read(guild.storage(), guild.id(), any -> true).stream()
                .filter(webhook -> webhook.get(Webhooks.APPLICATION_ID, 0L) == applicationId)
                .forEach(webhook -> delete(webhook, changes));
    }

    /** The channel is about to go, and its webhooks with it. */
    public void forgetOf(long channelId, Changes changes) {
        read(guild.storage(), guild.id(), channel -> channel == channelId).forEach(webhook -> forget(webhook, changes));
    }

    /** The guild is gone, and the first of them go; returns how many. */
    public int forget(int most, Changes changes) {
        List<Long> ids = guild.storage().read(GuildWebhooks.TABLE, index(guild.id(), most)).stream()
                .map(row -> row.get(GuildWebhooks.WEBHOOK_ID))
                .toList();
        Map<Long, RowView> rows = ManyRows.read(guild.storage(), Webhooks.TABLE, ids);
        rows.values().forEach(webhook -> forget(webhook, changes));
        ids.forEach(id -> changes.write(Write.delete(GuildWebhooks.TABLE, guild.id(), id)));
        return ids.size();
    }

    private void forget(RowView webhook, Changes changes) {
        long id = webhook.get(Webhooks.WEBHOOK_ID);
        Rows.delete(webhook, changes);
        changes.write(Write.delete(GuildWebhooks.TABLE, guild.id(), id));
        changes.write(Write.deletePartition(WebhookAvatars.TABLE, id));
        changes.write(Write.deletePartition(PublishedCopies.TABLE, id));
        Following.end(webhook, changes);
    }

    private void tell(long channelId, Changes changes) {
        changes.event(Events.inChannel(
                        DispatchEvent.WEBHOOKS_UPDATE,
                        channelId,
                        Json.object()
                                .put("guild_id", Snowflake.format(guild.id()))
                                .put("channel_id", Snowflake.format(channelId)))
                .build());
    }
}
