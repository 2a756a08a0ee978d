package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The account's tokens were revoked, or those of some logins: their sessions end, and can't be resumed. An application that got its bot just now
 * says so by this step too.
 */
@Singleton
public final class TokenRevoked implements UserStep {
    private final List<LoginListener> listeners;

    public TokenRevoked(@All List<LoginListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

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
        LongPredicate ended = ended(body.path("logins"));
        listeners.forEach(listener -> listener.ended(user, ended, changes));
        changes.event(Events.control("$INVALIDATE", invalidation).build());
        return Reply.noContent();
    }

    /** All of them unless some are named. */
    private static LongPredicate ended(JsonNode logins) {
        if (!logins.isArray()) {
            return login -> true;
        }
        Set<Long> named = new HashSet<>();
        logins.forEach(login -> named.add(Snowflake.parse(login.asText())));
        return named::contains;
    }
}
