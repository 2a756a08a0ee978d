package io.guildhall.guild.commandindex;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandContext;
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
import java.util.Set;
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
        boolean may = Permission.USE_APPLICATION_COMMANDS.in(permissions);
        List<Long> applications = may ? place.applications() : List.of();
        CommandIndex index = new CommandIndex(
                place.freeStorage(),
                guild,
                asker,
                application -> Set.of(context(guild, applications.contains(application))),
                offered);
        return Reply.later(() -> Reply.json(index.of(applications, may)));
    }

    private static CommandContext context(long guild, boolean here) {
        if (guild != 0) {
            return CommandContext.GUILD;
        }
        return here ? CommandContext.BOT_DM : CommandContext.PRIVATE_CHANNEL;
    }

    private static List<Long> roles(Place place, long user) {
        return place.findMember(user)
                .map(Member::roles)
                .map(roles -> roles.stream().map(Snowflake::parse).toList())
                .orElse(List.of());
    }
}
