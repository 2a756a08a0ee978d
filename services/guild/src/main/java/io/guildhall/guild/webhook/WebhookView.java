package io.guildhall.guild.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import io.guildhall.model.webhook.WebhookTokens;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Webhooks as answers show them. */
@Singleton
public final class WebhookView {
    private final WebhookTokens tokens;

    public WebhookView(WebhookTokens tokens) {
        this.tokens = tokens;
    }

    /** With who made each, for those who manage them. Reads, so it is for use outside the mailbox. */
    List<ObjectNode> managed(Collection<RowView> webhooks, Call call, StorageFacade storage) {
        Map<Long, User> creators = Profiles.of(
                storage,
                webhooks.stream()
                        .map(webhook -> webhook.get(Webhooks.CREATOR_ID))
                        .collect(Collectors.toSet()));
        return webhooks.stream()
                .map(webhook ->
                        managed(webhook, call, Optional.ofNullable(creators.get(webhook.get(Webhooks.CREATOR_ID)))))
                .toList();
    }

    /** With who made it. The token of an application's is for the application alone. */
    ObjectNode managed(RowView webhook, Call call, Optional<User> creator) {
        long application = webhook.get(Webhooks.APPLICATION_ID, 0L);
        boolean own =
                application == call.callerId() || application == call.caller().getApplicationId();
        ObjectNode shown = application == 0 || own ? withToken(webhook) : plain(webhook);
        creator.ifPresent(user -> shown.set("user", Json.tree(user)));
        return shown;
    }

    /** For whoever has the token. */
    ObjectNode withToken(RowView webhook) {
        ObjectNode shown = plain(webhook);
        return webhook.get(Webhooks.TYPE, 0L) == WebhookType.INCOMING
                ? shown.put("token", tokens.of(webhook.get(Webhooks.WEBHOOK_ID)))
                : shown;
    }

    /** Without its token and who made it. */
    public static ObjectNode plain(RowView webhook) {
        ObjectNode shown = Json.object()
                .put("id", Snowflake.format(webhook.get(Webhooks.WEBHOOK_ID)))
                .put("type", webhook.get(Webhooks.TYPE, WebhookType.INCOMING))
                .put("name", webhook.get(Webhooks.NAME))
                .put("avatar", webhook.get(Webhooks.AVATAR))
                .put("guild_id", Snowflake.format(webhook.get(Webhooks.GUILD_ID)))
                .put("channel_id", Snowflake.format(webhook.get(Webhooks.CHANNEL_ID)))
                .put(
                        "application_id",
                        webhook.find(Webhooks.APPLICATION_ID)
                                .map(Snowflake::format)
                                .orElse(null));
        webhook.find(Webhooks.SOURCE).map(Json::parse).ifPresent(source -> shown.setAll((ObjectNode) source));
        return shown;
    }
}
