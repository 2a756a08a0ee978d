package io.guildhall.guild.authority;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;

/** The one rule for emojis, stickers and sounds: who may make some may change their own, who may manage them all of them. */
public record ExpressionGuard(GuildState guild, GuildMember caller) {
    public ExpressionGuard(GuildState guild, long callerId) {
        this(guild, guild.member(callerId));
    }

    /** Whether the caller may change what this user made, and so see who that was. */
    public boolean mayChange(long creatorId) {
        return has(Permission.MANAGE_GUILD_EXPRESSIONS)
                || (creatorId == caller.id() && has(Permission.CREATE_GUILD_EXPRESSIONS));
    }

    /** Whether a list shows the caller who made what. */
    public boolean seesCreators() {
        return has(Permission.MANAGE_GUILD_EXPRESSIONS) || has(Permission.CREATE_GUILD_EXPRESSIONS);
    }

    public void requireChange(long creatorId) {
        if (!mayChange(creatorId)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private boolean has(Permission permission) {
        return guild.permissions().has(caller, permission);
    }
}
