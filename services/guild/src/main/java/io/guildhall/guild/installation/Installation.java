package io.guildhall.guild.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.UserApplications;
import java.util.OptionalLong;

/**
 * By what an application is used somewhere: because it is there by its bot, because the person who uses it has it wherever they are, or both.
 *
 * @param place the guild, 0 for a private channel with the bot; empty when the application is not there
 * @param person who has it; empty when the person who uses it has not
 */
public record Installation(OptionalLong place, OptionalLong person) {
    private static final String OF_PLACE = "0";
    private static final String OF_PERSON = "1";

    /** All that there is for somebody in a place. */
    public static Installation of(Place place, long userId, long applicationId) {
        boolean own = place.storage()
                .row(UserApplications.TABLE, userId, applicationId)
                .isPresent();
        return new Installation(ofPlace(place, applicationId), own ? OptionalLong.of(userId) : OptionalLong.empty());
    }

    /** By the application's bot alone. */
    public static OptionalLong ofPlace(Place place, long applicationId) {
        return place.findUser(applicationId).map(User::bot).orElse(false)
                ? OptionalLong.of(place.guildId().orElse(0))
                : OptionalLong.empty();
    }

    /** What an earlier interaction happened by, as its metadata says. */
    public static Installation of(JsonNode metadata) {
        JsonNode owners = metadata.path("authorizing_integration_owners");
        return new Installation(id(owners.path(OF_PLACE)), id(owners.path(OF_PERSON)));
    }

    private static OptionalLong id(JsonNode owner) {
        return owner.isTextual() ? OptionalLong.of(Snowflake.parse(owner.asText())) : OptionalLong.empty();
    }

    public boolean isNone() {
        return place.isEmpty() && person.isEmpty();
    }

    /** Whether only a person has brought it here, whom the place's rules for what comes from outside are for. */
    public boolean isForeign() {
        return place.isEmpty() && person.isPresent();
    }

    /** As applications and messages are told of it. */
    public ObjectNode owners() {
        ObjectNode owners = Json.object();
        place.ifPresent(id -> owners.put(OF_PLACE, Snowflake.format(id)));
        person.ifPresent(id -> owners.put(OF_PERSON, Snowflake.format(id)));
        return owners;
    }
}
