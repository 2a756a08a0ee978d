package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import jakarta.inject.Singleton;

/** One message. */
@Singleton
public final class GetMessage implements ChannelOperation {
    @Override
    public Operation operation() {
        return MessageOperations.GET_MESSAGE;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        long messageId = call.id("message_id");
        MessageStore store = new MessageStore(place.freeStorage(), place.channelId());
        MessageView view = MessageView.forCaller(place, store, call);
        return Reply.later(() -> Reply.json(view.json(store.get(messageId))));
    }
}
