package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import jakarta.inject.Singleton;

/** One message. */
@Singleton
public final class GetMessage implements ChannelOperation {
    @Override
    public String operation() {
        return "getMessage";
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        long messageId = call.id("message_id");
        long reader = call.callerId();
        StorageFacade storage = place.freeStorage();
        MessageStore store = new MessageStore(storage, place.channelId());
        return Reply.later(() -> Reply.json(
                new MessageView(store, UserLookup.stored(storage), place.links(), reader).json(store.get(messageId))));
    }
}
