package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.table.RowView;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a webhook does with messages that it sent. No message of a webhook is an original: that is what answers an interaction. */
@Singleton
public final class WebhookMessageHandlers {
    private static final String MESSAGE_ID = "message_id";

    private final WebhookMessages messages;

    public WebhookMessageHandlers(WebhookMessages messages) {
        this.messages = messages;
    }

    /** What is done with the message. */
    private interface Action {
        Reply run(HookCall hook, RowView message, Call call, Changes changes);
    }

    @Produces
    @Singleton
    public GuildOperation getOriginal() {
        return handler(WebhookOperations.GET_ORIGINAL_WEBHOOK_MESSAGE, this::get);
    }

    @Produces
    @Singleton
    public GuildOperation getMessage() {
        return handler(WebhookOperations.GET_WEBHOOK_MESSAGE, this::get);
    }

    @Produces
    @Singleton
    public GuildOperation updateOriginal() {
        return handler(WebhookOperations.UPDATE_ORIGINAL_WEBHOOK_MESSAGE, this::update);
    }

    @Produces
    @Singleton
    public GuildOperation updateMessage() {
        return handler(WebhookOperations.UPDATE_WEBHOOK_MESSAGE, this::update);
    }

    @Produces
    @Singleton
    public GuildOperation deleteOriginal() {
        return handler(WebhookOperations.DELETE_ORIGINAL_WEBHOOK_MESSAGE, this::delete);
    }

    @Produces
    @Singleton
    public GuildOperation deleteMessage() {
        return handler(WebhookOperations.DELETE_WEBHOOK_MESSAGE, this::delete);
    }

    private Reply get(HookCall hook, RowView message, Call call, Changes changes) {
        return Reply.json(WebhookMessages.json(hook.place(), message));
    }

    private Reply update(HookCall hook, RowView message, Call call, Changes changes) {
        RowView after =
                messages.edit(hook.place(), call, message, hook.sender(Optional.empty(), Optional.empty()), changes);
        return Reply.json(WebhookMessages.json(hook.place(), after));
    }

    private Reply delete(HookCall hook, RowView message, Call call, Changes changes) {
        WebhookMessages.delete(hook.place(), message, changes);
        return Reply.noContent();
    }

    private static GuildOperation handler(Operation operation, Action action) {
        return new HookOperation(operation, (hook, call, changes) -> {
            if (!call.hasPath(MESSAGE_ID)) {
                throw ApiException.of(ErrorCode.UNKNOWN_MESSAGE);
            }
            RowView message = WebhookMessages.get(hook.place(), hook.id(), call.id(MESSAGE_ID));
            return action.run(hook, message, call, changes);
        });
    }
}
