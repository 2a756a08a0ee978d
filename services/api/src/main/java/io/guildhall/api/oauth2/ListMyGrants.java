package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.StoredGrant;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a person has let applications do, newest last; then the applications that the person has, each under its own id. */
@ApplicationScoped
public class ListMyGrants implements ApiHandler {
    private final Grants grants;
    private final Installs installs;
    private final OwnerQuestions owners;

    @Inject
    public ListMyGrants(Grants grants, Installs installs, OwnerQuestions owners) {
        this.installs = installs;
        this.grants = grants;
        this.owners = owners;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.LIST_MY_GRANTS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ArrayNode answer = Json.array();
        for (StoredGrant grant : grants.of(call.caller().userId())) {
            ObjectNode row = answer.addObject().put("id", Snowflake.format(grant.id()));
            ArrayNode scopes = row.putArray("scopes");
            grant.scopes().stream().sorted().forEach(scope -> scopes.add(scope.text()));
            row.set("application", owners.publicApplication(grant.applicationId()));
        }
        for (long application : installs.listed(call.caller().userId())) {
            ObjectNode row = answer.addObject().put("id", Snowflake.format(application));
            row.putArray("scopes").add(OAuth2Scope.APPLICATIONS_COMMANDS.text());
            row.set("application", owners.publicApplication(application));
        }
        return answer;
    }
}
