package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;

/**
 * What the application and the person are told of an interaction. The application hears of it wherever it happens, whether it sees the
 * channel or not; of the person's sessions the nonce tells each whether it began there.
 */
record InteractionEvents(Place place, Changes changes) {
    void toApplication(long applicationId, Installation installation, ObjectNode interaction) {
        Event.Builder event = Events.forUser(DispatchEvent.INTERACTION_CREATE, interaction);
        if (installation.isForeign()) {
            // None of its sessions is in the place.
            changes.publish(Keys.user(applicationId), event.setDirect(true).build());
        } else {
            place.sendTo(
                    applicationId, event.setDirect(place.guildId().isEmpty()).build(), changes);
        }
    }

    void created(long userId, long id, JsonNode nonce) {
        toPerson(userId, DispatchEvent.INTERACTION_CREATE.name(), about(id, nonce));
    }

    void succeeded(StoredInteraction interaction) {
        toPerson(interaction.userId(), "INTERACTION_SUCCESS", about(interaction));
    }

    void failed(StoredInteraction interaction) {
        toPerson(interaction.userId(), "INTERACTION_FAILURE", about(interaction));
    }

    /** Opens a form. */
    void modal(StoredInteraction interaction, ObjectNode application, JsonNode modal) {
        ObjectNode form = about(interaction).put("channel_id", Snowflake.format(place.channelId()));
        form.setAll((ObjectNode) modal);
        form.set("application", application);
        toPerson(interaction.userId(), "INTERACTION_MODAL_CREATE", form);
    }

    void choices(StoredInteraction interaction, JsonNode choices) {
        ObjectNode found = about(interaction);
        found.set("choices", choices);
        toPerson(interaction.userId(), "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", found);
    }

    private void toPerson(long userId, String name, ObjectNode payload) {
        Event event = Event.newBuilder()
                .setName(name)
                .setPayload(Json.bytes(payload))
                .setDirect(place.guildId().isEmpty())
                .build();
        place.sendTo(userId, event, changes);
    }

    private static ObjectNode about(StoredInteraction interaction) {
        return about(interaction.id(), interaction.nonce());
    }

    private static ObjectNode about(long id, JsonNode nonce) {
        ObjectNode payload = Json.object().put("id", Snowflake.format(id));
        if (nonce != null) {
            payload.set("nonce", nonce);
        }
        return payload;
    }
}
