package io.guildhall.guild.profile;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ProfileOperations;
import jakarta.inject.Singleton;

/** What the caller may see of somebody: of itself, of bots, of those with whom it shares a guild, of friends, and of those who asked to become one. */
@Singleton
public final class GetProfile implements UserOperation {
    @Override
    public Operation operation() {
        return ProfileOperations.GET_PROFILE;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        MutualLife life = MutualLife.of(user, call.id("user_id"));
        boolean guilds = call.queryFlag("with_mutual_guilds") || !call.query().has("with_mutual_guilds");
        boolean friends = call.queryFlag("with_mutual_friends");
        boolean count = call.queryFlag("with_mutual_friends_count");
        return Reply.later(() -> Reply.json(life.profile(guilds, friends, count, call.queryId("guild_id"))));
    }
}
