package io.guildhall.guild.welcome;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** The welcome screen: for every member when it is shown, else for those who manage the guild. */
@Singleton
public final class GetWelcomeScreen implements GuildOperation {
    @Override
    public Operation operation() {
        return GreetingOperations.GET_WELCOME_SCREEN;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (!FeatureSet.has(guild.row(), WelcomeScreen.FEATURE)) {
            guild.permissions().require(guild.member(call.callerId()), Permission.MANAGE_GUILD);
        }
        WelcomeScreen screen = WelcomeScreen.of(guild);
        if (!screen.written()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD_WELCOME_SCREEN);
        }
        return Reply.json(screen.json(guild));
    }
}
