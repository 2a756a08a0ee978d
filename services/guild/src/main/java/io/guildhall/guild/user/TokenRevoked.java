package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/**
 * The account's tokens were revoked, or those of some logins: their sessions end, and can't be resumed. An application that got its bot just now
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
        ObjectNode invalidation = Json.object().put("resumable", false);
        if (body.path("logins").isArray()) {
            invalidation.set("logins", body.get("logins"));
        }
        changes.event(Events.control("$INVALIDATE", invalidation).build());
        return Reply.noContent();
    }
}
