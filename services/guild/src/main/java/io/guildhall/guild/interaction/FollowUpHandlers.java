package io.guildhall.guild.interaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.EditBody;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What is done with messages that answer an interaction: with the first of them, and with any. */
@Singleton
public final class FollowUpHandlers {
    private final AppMessages messages;

    FollowUpHandlers(AppMessages messages) {
        this.messages = messages;
    }

    /** What is done with the message. */
    private interface Action {
        Reply run(Place place, Call call, Changes changes);
    }

    @Produces
    @Singleton
    ChannelOperation getOriginal() {
        return new Handler(WebhookOperations.GET_ORIGINAL_WEBHOOK_MESSAGE, this::get);
    }

    @Produces
    @Singleton
    ChannelOperation getMessage() {
        return new Handler(WebhookOperations.GET_WEBHOOK_MESSAGE, this::get);
    }

    @Produces
    @Singleton
    ChannelOperation updateOriginal() {
        return new Handler(WebhookOperations.UPDATE_ORIGINAL_WEBHOOK_MESSAGE, this::update);
    }

    @Produces
    @Singleton
    ChannelOperation updateMessage() {
        return new Handler(WebhookOperations.UPDATE_WEBHOOK_MESSAGE, this::update);
    }

    @Produces
    @Singleton
    ChannelOperation deleteOriginal() {
        return new Handler(WebhookOperations.DELETE_ORIGINAL_WEBHOOK_MESSAGE, this::delete);
    }

    @Produces
    @Singleton
    ChannelOperation deleteMessage() {
        return new Handler(WebhookOperations.DELETE_WEBHOOK_MESSAGE, this::delete);
    }

    private Reply get(Place place, Call call, Changes changes) {
        return Reply.json(AppMessages.json(place, FollowUps.message(place, call)));
    }

    private Reply update(Place place, Call call, Changes changes) {
        EditBody body = EditBody.of(call.body());
        AppMessage before = FollowUps.message(place, call);
        return messages.edit(place, call, body, before, changes, edited -> Reply.json(AppMessages.json(place, edited)));
    }

    private Reply delete(Place place, Call call, Changes changes) {
        messages.delete(place, FollowUps.message(place, call), changes);
        return Reply.noContent();
    }

    private record Handler(Operation operation, Action action) implements ChannelOperation {
        @Override
        public List<ReadRequest> foreseen(RestCall call) {
            List<ReadRequest> reads = new ArrayList<>(StoredInteraction.named(call));
            reads.addAll(MessageReads.anywhere(
                    MessageReads.id(call.getPathOrDefault("channel_id", "")).orElse(0),
                    MessageReads.id(call.getPathOrDefault("message_id", "")).orElse(0)));
            return reads;
        }

        @Override
        public Reply handle(Place place, Call call, Changes changes) {
            return action.run(place, call, changes);
        }
    }
}
