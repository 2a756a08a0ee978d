package io.guildhall.guild.webhook;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongPredicate;

/** What is done with webhooks that are there, by those who manage them and by whoever has their tokens. */
@Singleton
public final class WebhookHandlers {
    private final WebhookView view;

    public WebhookHandlers(WebhookView view) {
        this.view = view;
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    @Produces
    @Singleton
    public GuildOperation listOfChannel() {
        return new Handler(WebhookOperations.LIST_CHANNEL_WEBHOOKS, false, (guild, call, changes) -> {
            long channelId =
                    WebhookAccess.writable(guild, call.id("channel_id")).id();
            return list(guild, call, channel -> channel == channelId);
        });
    }

    @Produces
    @Singleton
    public GuildOperation listOfGuild() {
        return new Handler(
                WebhookOperations.LIST_GUILD_WEBHOOKS,
                false,
                (guild, call, changes) -> list(guild, call, WebhookAccess.managedChannels(guild, call)::contains));
    }

    @Produces
    @Singleton
    public GuildOperation get() {
        return new Handler(
                WebhookOperations.GET_WEBHOOK,
                true,
                (guild, call, changes) -> managed(guild, call, WebhookAccess.managed(guild, call)));
    }

    @Produces
    @Singleton
    public GuildOperation getByToken() {
        return new Handler(
                WebhookOperations.GET_WEBHOOK_BY_TOKEN,
                true,
                (guild, call, changes) -> Reply.json(view.withToken(WebhookAccess.named(guild, call))));
    }

    @Produces
    @Singleton
    public GuildOperation update() {
        return new Handler(WebhookOperations.UPDATE_WEBHOOK, true, (guild, call, changes) -> {
            RowView before = WebhookAccess.managed(guild, call);
            WebhookChange body = WebhookChange.of(call.body());
            return managed(guild, call, new WebhookEdit(guild, call, changes).edited(before, body));
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateByToken() {
        return new Handler(WebhookOperations.UPDATE_WEBHOOK_BY_TOKEN, true, (guild, call, changes) -> {
            RowView before = WebhookAccess.named(guild, call);
            WebhookSettings body = WebhookSettings.of(call.body());
            return Reply.json(view.withToken(new WebhookEdit(guild, call, changes).edited(before, body)));
        });
    }

    @Produces
    @Singleton
    public GuildOperation delete() {
        return new Handler(
                WebhookOperations.DELETE_WEBHOOK,
                true,
                (guild, call, changes) -> delete(guild, call, WebhookAccess.managed(guild, call), changes));
    }

    @Produces
    @Singleton
    public GuildOperation deleteByToken() {
        return new Handler(
                WebhookOperations.DELETE_WEBHOOK_BY_TOKEN,
                true,
                (guild, call, changes) -> delete(guild, call, WebhookAccess.named(guild, call), changes));
    }

    private Reply list(GuildState guild, Call call, LongPredicate channel) {
        StorageFacade storage = guild.context().freeStorage();
        long guildId = guild.id();
        return Reply.later(() -> Reply.json(view.managed(WebhookBook.read(storage, guildId, channel), call, storage)));
    }

    private Reply managed(GuildState guild, Call call, RowView webhook) {
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(
                () -> Reply.json(view.managed(List.of(webhook), call, storage).getFirst()));
    }

    private static Reply delete(GuildState guild, Call call, RowView webhook, Changes changes) {
        call.audit()
                .target(webhook.get(Webhooks.WEBHOOK_ID))
                .change("name", webhook.get(Webhooks.NAME), null)
                .change("type", webhook.get(Webhooks.TYPE), null);
        new WebhookBook(guild).delete(webhook, changes);
        return Reply.noContent();
    }

    private record Handler(Operation operation, boolean openToStrangers, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
