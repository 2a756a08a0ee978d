package io.guildhall.guild.commandaccess;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;

/** Who is told to whom commands are granted: their application's bot, and those who manage the guild. */
final class GrantReader {
    private GrantReader() {}

    /** The application that the path names, if it is in the guild by its bot and the caller may ask. */
    static long application(GuildState guild, Call call) {
        long application = call.id("application_id");
        if (call.byBot() && call.callerId() != application) {
            throw ApiException.of(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION);
        }
        if (!call.byBot()) {
            guild.permissions().require(guild.member(call.callerId()), Permission.MANAGE_GUILD);
        }
        if (!guild.findMember(application).map(GuildMember::bot).orElse(false)) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
        return application;
    }
}
