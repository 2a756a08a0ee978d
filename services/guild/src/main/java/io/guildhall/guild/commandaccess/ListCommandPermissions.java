package io.guildhall.guild.commandaccess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.CommandPermissionOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.util.Comparator;

/** To whom a guild grants an application's commands, as far as it has decided on any. */
@Singleton
public final class ListCommandPermissions implements GuildOperation {
    @Override
    public Operation operation() {
        return CommandPermissionOperations.LIST_COMMAND_PERMISSIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long application = GrantReader.application(guild, call);
        GrantStore store = new GrantStore(guild.context().freeStorage(), guild.id(), application);
        return Reply.later(() -> {
            ArrayNode all = Json.array();
            store.all().values().stream()
                    .sorted(Comparator.comparing(Grants::commandId))
                    .forEach(grants -> all.add(grants.json()));
            return Reply.json(all);
        });
    }
}
