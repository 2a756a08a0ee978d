package io.guildhall.guild.ending;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.account.StandingSteps;
import jakarta.inject.Singleton;

/** Asks whether a person's account could end now. */
@Singleton
public final class AccountMayEnd implements UserStep {
    @Override
    public String step() {
        return StandingSteps.MAY_BE_DELETED;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        OwnedGuilds.requireNone(user);
        return Reply.noContent();
    }
}
