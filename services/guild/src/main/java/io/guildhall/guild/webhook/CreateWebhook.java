package io.guildhall.guild.webhook;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A new webhook, with which whoever gets its token writes to a channel. */
@Singleton
public final class CreateWebhook implements GuildOperation {
    private final SnowflakeGenerator ids;
    private final WebhookView view;

    public CreateWebhook(SnowflakeGenerator ids, WebhookView view) {
        this.ids = ids;
        this.view = view;
    }

    @Override
    public Operation operation() {
        return WebhookOperations.CREATE_WEBHOOK;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return List.of(WebhookBook.index(guildId));
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = WebhookAccess.writable(guild, call.id("channel_id"));
        WebhookBook book = new WebhookBook(guild);
        book.requireRoom(channel.id());
        WebhookSettings body = WebhookSettings.of(call.body());
        long id = ids.next();
        Patch patch = new Patch(row(guild, call, id), call.audit().target(id))
                .put(body.name(), Webhooks.NAME)
                .set("type", Webhooks.TYPE, WebhookType.INCOMING)
                .set("avatar_hash", Webhooks.AVATAR, body.avatar().orNull());
        call.audit().change("channel_id", null, Snowflake.format(channel.id()));
        RowView webhook = Rows.with(patch.row(), Webhooks.CHANNEL_ID, channel.id());
        book.save(null, webhook, changes);
        return Reply.json(view.managed(
                webhook, call, Optional.of(guild.member(call.callerId()).user())));
    }

    private static RowView row(GuildState guild, Call call, long id) {
        RowView row = Rows.with(Rows.create(Webhooks.TABLE, id), Webhooks.GUILD_ID, guild.id());
        row = Rows.with(row, Webhooks.CREATOR_ID, call.callerId());
        // A bot's own, or that of the application for which a person makes it.
        long application = call.byBot() ? call.callerId() : call.caller().getApplicationId();
        return Rows.with(row, Webhooks.APPLICATION_ID, application == 0 ? null : application);
    }
}
