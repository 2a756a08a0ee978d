package io.guildhall.guild.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.FollowNotice;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.webhook.Following;
import io.guildhall.guild.webhook.WebhookAccess;
import io.guildhall.guild.webhook.WebhookBook;
import io.guildhall.guild.webhook.WebhookType;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.inject.Singleton;
import java.util.List;

/** Has a channel of this guild follow an announcement channel, mostly of another: a webhook writes here what is published there. */
@Singleton
public final class FollowChannel implements GuildOperation {
    private final SnowflakeGenerator ids;
    private final FollowNotice notice;

    public FollowChannel(SnowflakeGenerator ids, FollowNotice notice) {
        this.ids = ids;
        this.notice = notice;
    }

    @Override
    public Operation operation() {
        return WebhookOperations.FOLLOW_CHANNEL;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return List.of(WebhookBook.index(guildId));
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long channelId = FollowBody.of(call.body()).webhookChannelId().required();
        WebhookAccess.writable(guild, channelId, WebhookType.FOLLOWER);
        JsonNode source = call.followed();
        if (!source.hasNonNull("source_channel")) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
        WebhookBook book = new WebhookBook(guild);
        book.requireRoom(channelId);
        long id = ids.next();
        RowView webhook = Following.webhook(guild.id(), id, channelId, call.callerId(), source);
        book.save(null, webhook, changes);
        String name = webhook.get(Webhooks.NAME);
        call.audit()
                .target(id)
                .change("name", null, name)
                .change("type", null, webhook.get(Webhooks.TYPE))
                .change("channel_id", null, Snowflake.format(channelId));
        notice.send(
                new GuildPlace(guild, channelId),
                guild.member(call.callerId()).user(),
                call.callerId(),
                name,
                source,
                changes);
        Following.begin(webhook, changes);
        return Reply.json(Json.object()
                .put("channel_id", source.at("/source_channel/id").asText())
                .put("webhook_id", Snowflake.format(id)));
    }
}
