package io.guildhall.guild.authority;

import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;

/**
 * The one rule for where channels stand, whichever way they get there: who moves a channel may manage it, and the category that
 * it goes to.
 */
public record PlaceGuard(GuildState guild, GuildMember caller) {
    private static final int MAX_CHILDREN = 50;

    /** Refuses unless the caller may turn the one into the other, as far as position and category go. */
    public void requireMove(GuildChannel before, GuildChannel after) {
        if (before.position() != after.position() || before.parentId() != after.parentId()) {
            guild.permissions().require(caller, before, Permission.MANAGE_CHANNELS);
        }
        if (after.parentId() != before.parentId()) {
            requireParent(after);
        }
    }

    /** Refuses a channel that is put into something else than a category, a full one, or one that is not the caller's to manage. */
    public void requireParent(GuildChannel channel) {
        long parentId = channel.parentId();
        if (parentId == 0) {
            return;
        }
        GuildChannel parent = guild.findChannel(parentId)
                .filter(found -> found.type() == ChannelType.GUILD_CATEGORY)
                .filter(found -> channel.type() != ChannelType.GUILD_CATEGORY)
                .orElseThrow(
                        () -> ApiException.invalidField("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category"));
        guild.permissions().require(caller, parent, Permission.MANAGE_CHANNELS);
        long children = guild.channels().stream()
                .filter(other -> other.parentId() == parentId && other.id() != channel.id())
                .count();
        if (children >= MAX_CHILDREN) {
            throw ApiException.invalidField(
                    "parent_id", "CHANNEL_PARENT_MAX_CHANNELS", "Maximum number of channels in category reached (50)");
        }
    }
}
