package io.guildhall.guild.channel;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Fields;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;

/**
 * Reorders channels, moves them between categories, and gives them their category's overwrites. Each is a change of that channel
 * as it would be alone.
 */
@Singleton
public final class UpdateChannelPositions implements GuildOperation {
    private final AuditWriter audit;

    public UpdateChannelPositions(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.UPDATE_CHANNEL_POSITIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ChannelSaving saving = new ChannelSaving(guild, guild.member(call.callerId()), changes);
        for (ChannelPosition asked : Fields.each(call.body(), ChannelPosition::of)) {
            GuildChannel before = guild.channel(asked.id().required());
            AuditDraft draft = new AuditDraft().target(before.id());
            saving.change(before, moved(guild, before, asked, draft), draft);
            if (!draft.changes().isEmpty()) {
                audit.entry(guild, call, AuditAction.CHANNEL_UPDATE, draft, changes);
            }
        }
        return Reply.noContent();
    }

    private static GuildChannel moved(GuildState guild, GuildChannel before, ChannelPosition asked, AuditDraft draft) {
        Patch patch = new Patch(before.row(), draft);
        if (asked.position().hasValue()) {
            patch.put(asked.position(), Channels.POSITION);
        }
        GuildChannel moved =
                GuildChannel.of(patch.put(asked.parentId(), Channels.PARENT_ID).row());
        return asked.lockPermissions().or(false)
                ? guild.findChannel(moved.parentId())
                        .map(parent -> moved.withOverwrites(parent.overwriteList()))
                        .orElse(moved)
                : moved;
    }
}
