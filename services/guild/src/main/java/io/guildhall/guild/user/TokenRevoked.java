package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/**
 * The account's tokens were revoked: every session ends, and can't be resumed. An application that got its bot just now
 * says so by this step too.
 */
@Singleton
public final class TokenRevoked implements UserStep {
    @Override
    public String step() {
        return "tokenRevoked";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        user.reread();
        changes.event(Events.control("$INVALIDATE", Json.object().put("resumable", false))
                .build());
        return Reply.noContent();
    }
}
