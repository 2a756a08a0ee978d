package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.AuditDraft;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Patch;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;

/** Reorders channels and moves them between categories. */
@Singleton
public final class UpdateChannelPositions implements GuildOperation {
    @Override
    public String operation() {
        return "updateChannelPositions";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        call.body()
                .forEach(asked -> guild.channel(Snowflake.parse(asked.get("id").asText())));
        GuildEdits edits = new GuildEdits(guild, changes);
        for (JsonNode asked : call.body()) {
            GuildChannel channel = guild.channel(Snowflake.parse(asked.get("id").asText()));
            Patch patch = new Patch(channel.row(), asked, new AuditDraft());
            if (asked.hasNonNull("position")) {
                patch.number("position", Channels.POSITION);
            }
            GuildChannel moved = GuildChannel.of(
                    patch.snowflake("parent_id", Channels.PARENT_ID).row());
            if (moved.parentId() != 0 && moved.parentId() != channel.parentId()) {
                Parents.requireRoom(guild, moved.parentId(), channel.type());
            }
            if (asked.path("lock_permissions").asBoolean(false) && moved.parentId() != 0) {
                moved = moved.withOverwrites(guild.channel(moved.parentId()).overwriteList());
            }
            edits.saveChannel(moved);
        }
        return Reply.noContent();
    }
}
