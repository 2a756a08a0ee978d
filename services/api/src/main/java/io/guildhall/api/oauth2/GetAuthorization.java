package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a person is shown who is asked: by which application, to which guilds its bot could go, where the answer goes, and whether all of it
 * was agreed to before. What may not be asked is refused here already.
 */
@ApplicationScoped
public class GetAuthorization implements ApiHandler {
    private final OwnerQuestions owners;
    private final Clients clients;
    private final Grants grants;
    private final IncomingWebhooks webhooks;

    @Inject
    public GetAuthorization(OwnerQuestions owners, Clients clients, Grants grants, IncomingWebhooks webhooks) {
        this.webhooks = webhooks;
        this.owners = owners;
        this.clients = clients;
        this.grants = grants;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_BOT_AUTHORIZATION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Identity person = call.caller();
        long application = Snowflake.parse(call.query().path("client_id").asText());
        Authorization asked = Authorization.of(call.query(), clients.find(application));
        ObjectNode answer = Json.object();
        answer.set("user", owners.user(person, person.userId()));
        answer.set("application", owners.publicApplication(application));
        answer.set("bot", owners.user(person, application));
        answer.put("authorized", grants.covers(person.userId(), application, asked.scopes()));
        asked.redirectUri().ifPresent(address -> answer.put("redirect_uri", address));
        answer.set("guilds", owners.guilds(person));
        if (asked.scopes().contains(OAuth2Scope.WEBHOOK_INCOMING)
                && call.query().hasNonNull("guild_id")) {
            answer.set(
                    "webhook_channels",
                    webhooks.choice(call, call.query().get("guild_id").asText()));
        }
        return answer;
    }
}
