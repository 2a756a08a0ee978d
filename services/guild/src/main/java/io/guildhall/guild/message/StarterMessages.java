package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The messages that posts in forums begin with, as one caller gets them. */
public final class StarterMessages {
    private final StorageFacade storage;
    private final Function<MessageStore, MessageView> views;

    private StarterMessages(StorageFacade storage, Function<MessageStore, MessageView> views) {
        this.storage = storage;
        this.views = views;
    }

    /** @param forum where the posts are */
    public static StarterMessages forCaller(Place forum, Call call) {
        return new StarterMessages(forum.freeStorage(), MessageView.forCaller(forum, call));
    }

    /** Those that are still there, outside the mailbox; ask for a hundred at most. */
    public ArrayNode read(List<Long> posts) {
        ArrayNode all = Json.array();
        SideBySide.map(posts, this::find).stream().flatMap(Optional::stream).forEach(all::add);
        return all;
    }

    private Optional<ObjectNode> find(long post) {
        MessageStore store = new MessageStore(storage, post);
        return store.find(post).map(views.apply(store)::json);
    }
}
