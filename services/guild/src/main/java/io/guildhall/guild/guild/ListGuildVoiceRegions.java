package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** Where voice could run: there is one place, this instance. */
@Singleton
public final class ListGuildVoiceRegions implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.LIST_GUILD_VOICE_REGIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ArrayNode regions = Json.array();
        regions.addObject()
                .put("id", "guildhall")
                .put("name", "Guildhall")
                .put("custom", false)
                .put("deprecated", false)
                .put("optimal", true);
        return Reply.json(regions);
    }
}
