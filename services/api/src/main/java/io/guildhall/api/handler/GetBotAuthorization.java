package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a person is shown before adding a bot: which bot, and to which guilds it could go. */
@ApplicationScoped
public class GetBotAuthorization implements ApiHandler {
    private final OwnerQuestions owners;

    @Inject
    public GetBotAuthorization(OwnerQuestions owners) {
        this.owners = owners;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_BOT_AUTHORIZATION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Identity person = call.caller();
        long application = Snowflake.parse(call.query().path("client_id").asText());
        ObjectNode answer = Json.object();
        answer.set("user", owners.user(person, person.userId()));
        answer.set("application", owners.publicApplication(application));
        answer.set("bot", owners.user(person, application));
        answer.put("authorized", false);
        answer.set("guilds", owners.guilds(person));
        return answer;
    }
}
