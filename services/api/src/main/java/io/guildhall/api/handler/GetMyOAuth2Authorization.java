package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** What the caller's token may do. Bots have tokens that belong to an application, and applications those that people gave them. */
@ApplicationScoped
public class GetMyOAuth2Authorization implements ApiHandler {
    private static final Duration VALID = Duration.ofDays(7);

    private final OwnerQuestions owners;
    private final Clock clock;

    @Inject
    public GetMyOAuth2Authorization(OwnerQuestions owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_MY_OAUTH2_AUTHORIZATION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Identity bot = call.caller();
        if (bot.grant().isPresent()) {
            return granted(bot, bot.grant().get());
        }
        if (!bot.bot()) {
            throw ApiException.unauthorized();
        }
        ObjectNode answer = Json.object();
        answer.set("application", owners.ownApplication(bot));
        answer.putArray("scopes").add("bot").add("applications.commands");
        answer.put("expires", Json.timestamp(clock.millis() + VALID.toMillis()));
        answer.set("user", owners.user(bot, bot.userId()));
        return answer;
    }

    private JsonNode granted(Identity person, Grant grant) {
        ObjectNode answer = Json.object();
        answer.set("application", owners.publicApplication(grant.applicationId()));
        ArrayNode scopes = answer.putArray("scopes");
        grant.scopes().stream().sorted().forEach(scope -> scopes.add(scope.text()));
        answer.put("expires", Json.timestamp(grant.expiresAt()));
        if (grant.scopes().contains(OAuth2Scope.IDENTIFY)) {
            answer.set("user", owners.user(person, person.userId()));
        }
        return answer;
    }
}
