package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.endpoint.WebhookEvents;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.model.webhookevent.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells applications whom they may speak for now, and whom no more. That they came into a guild the guild's owner tells them. */
@ApplicationScoped
public class AuthorizationNews {
    private static final int FOR_PERSON = 1;

    private final WebhookEvents events;
    private final StorageAccess storage;

    @Inject
    public AuthorizationNews(WebhookEvents events, StorageAccess storage) {
        this.events = events;
        this.storage = storage;
    }

    void authorized(Authorization given, long userId) {
        ObjectNode data = of(userId);
        if (given.forPerson()) {
            data.put("integration_type", FOR_PERSON);
        }
        ArrayNode scopes = data.putArray("scopes");
        given.scopes().stream().sorted().map(OAuth2Scope::text).forEach(scopes::add);
        tell(given.client().applicationId(), WebhookEvent.Type.APPLICATION_AUTHORIZED, data);
    }

    void deauthorized(long applicationId, long userId) {
        tell(applicationId, WebhookEvent.Type.APPLICATION_DEAUTHORIZED, of(userId));
    }

    private ObjectNode of(long userId) {
        ObjectNode data = Json.object();
        storage.row(Read.row(Users.TABLE, userId))
                .await()
                .indefinitely()
                .ifPresent(row -> data.set("user", Json.tree(User.from(row))));
        return data;
    }

    private void tell(long applicationId, WebhookEvent.Type type, ObjectNode data) {
        events.tell(new WebhookEvent(applicationId, type, data));
    }
}
