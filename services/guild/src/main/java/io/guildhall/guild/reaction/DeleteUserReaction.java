package io.guildhall.guild.reaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import jakarta.inject.Singleton;

/** Takes somebody else's reaction away. */
@Singleton
public final class DeleteUserReaction implements ChannelOperation {
    @Override
    public String operation() {
        return "deleteUserReaction";
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        return ReactionRemoval.remove(place, call, call.id("user_id"), changes);
    }
}
