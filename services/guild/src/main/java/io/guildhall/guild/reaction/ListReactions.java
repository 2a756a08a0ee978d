package io.guildhall.guild.reaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.EmojiKey;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.UserLookup;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Reactions;
import jakarta.inject.Singleton;

/** The users who reacted with an emoji, by id. Nobody ever reacts with bursts, so those lists are empty. */
@Singleton
public final class ListReactions implements ChannelOperation {
    private static final int USUAL = 25;

    @Override
    public Operation operation() {
        return ReactionOperations.LIST_REACTIONS;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        String key = EmojiKey.of(EmojiText.parse(call.path("emoji_name")));
        long kind = call.queryNumber("type", 0);
        long messageId = call.id("message_id");
        MessageStore store = new MessageStore(place.freeStorage(), place.channelId());
        Read read = Read.from(Reactions.TABLE, place.channelId(), messageId, key)
                .after(kind, call.queryId("after").orElse(0L))
                .endingAt(kind)
                .limit(call.queryNumber("limit", USUAL));
        return Reply.later(() -> {
            store.get(messageId);
            return Reply.json(users(store.storage(), read));
        });
    }

    private static ArrayNode users(StorageFacade storage, Read read) {
        UserLookup profiles = UserLookup.stored(storage);
        ArrayNode users = Json.array();
        for (RowView row : storage.read(Reactions.TABLE, read.build())) {
            profiles.find(row.get(Reactions.USER_ID)).ifPresent(user -> users.add(Json.<JsonNode>tree(user)));
        }
        return users;
    }
}
