package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import jakarta.inject.Singleton;

/** The account or the application was written without this actor, as when an application gets its bot. */
@Singleton
public final class AccountChanged implements UserStep {
    @Override
    public String step() {
        return "accountChanged";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        user.reread();
        return Reply.noContent();
    }
}
