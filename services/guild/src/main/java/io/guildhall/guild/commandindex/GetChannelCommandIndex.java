package io.guildhall.guild.commandindex;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandRule;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.payload.Member;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** The commands that the caller may use in a channel. */
@Singleton
public final class GetChannelCommandIndex implements ChannelOperation {
    @Override
    public Operation operation() {
        return InteractionOperations.GET_CHANNEL_COMMAND_INDEX;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        long user = call.callerId();
        long guild = place.guildId().orElse(0);
        long permissions = place.permissions(user);
        Asker asker = new Asker(user, roles(place, user));
        boolean forAdults = place.isAgeRestricted();
        Predicate<CommandRule> offered = guild == 0
                ? rule -> true
                : rule -> (forAdults || !rule.command().nsfw())
                        && rule.allows(asker, permissions, place.settingChannelId());
        List<Long> applications =
                Permission.USE_APPLICATION_COMMANDS.in(permissions) ? place.applications() : List.of();
        CommandIndex index = new CommandIndex(place.freeStorage(), guild, asker, offered);
        return Reply.later(() -> Reply.json(index.of(applications)));
    }

    private static List<Long> roles(Place place, long user) {
        return place.findMember(user)
                .map(Member::roles)
                .map(roles -> roles.stream().map(Snowflake::parse).toList())
                .orElse(List.of());
    }
}
