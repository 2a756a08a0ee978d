package io.guildhall.guild.commandindex;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The commands of a guild and those that the caller has everywhere, but those that the caller may use nowhere in it. In which channels the others may be used, clients tell by
 * what is granted and by the permissions that commands ask for.
 */
@Singleton
public final class GetGuildCommandIndex implements GuildOperation {
    @Override
    public Operation operation() {
        return InteractionOperations.GET_GUILD_COMMAND_INDEX;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        Asker asker = new Asker(caller.id(), caller.roleList());
        long permissions = guild.permissions().of(caller);
        List<Long> applications = guild.members().bots();
        CommandIndex index = new CommandIndex(
                guild.context().freeStorage(),
                guild.id(),
                asker,
                application -> Set.of(CommandContext.GUILD),
                rule -> !rule.forbids(asker, permissions));
        return Reply.later(() -> Reply.json(index.of(applications, true)));
    }
}
