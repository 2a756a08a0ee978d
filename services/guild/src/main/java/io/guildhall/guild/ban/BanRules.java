package io.guildhall.guild.ban;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;

/** Who may be banned by whom. */
final class BanRules {
    private BanRules() {}

    /** Not oneself, not the owner, and no member whose highest role is not below the caller's. */
    static boolean isBannable(GuildState guild, Call call, long userId) {
        if (userId == guild.ownerId() || userId == call.callerId()) {
            return false;
        }
        GuildMember caller = guild.member(call.callerId());
        return guild.findMember(userId)
                .map(member -> guild.permissions().outranks(caller, member))
                .orElse(true);
    }

    static void requireBannable(GuildState guild, Call call, long userId) {
        if (!isBannable(guild, call, userId)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }
}
