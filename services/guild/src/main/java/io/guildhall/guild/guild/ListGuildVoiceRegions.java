package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.VoiceRegionList;
import jakarta.inject.Singleton;

/** A guild has the regions of its instance. */
@Singleton
public final class ListGuildVoiceRegions implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.LIST_GUILD_VOICE_REGIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(VoiceRegionList.json());
    }
}
