package io.guildhall.guild.interaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;

/** What the bearer of an interaction's token speaks of. */
final class FollowUps {
    private static final String MESSAGE_ID = "message_id";

    private FollowUps() {}

    /** @throws ApiException 10015 when the interaction has no answer yet, or got none in time */
    static StoredInteraction interaction(Place place, Call call) {
        return StoredInteraction.find(place, call.id("interaction_id"))
                .filter(found ->
                        found.status() == StoredInteraction.ANSWERED || found.status() == StoredInteraction.DEFERRED)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_WEBHOOK));
    }

    /**
     * The message that the path names, or the first answer when it names none.
     *
     * @throws ApiException 10008 when there is none, or it does not belong to the interaction
     */
    static AppMessage message(Place place, Call call) {
        StoredInteraction interaction = interaction(place, call);
        long id = call.hasPath(MESSAGE_ID) ? call.id(MESSAGE_ID) : interaction.originalId();
        String interactionId = Snowflake.format(interaction.id());
        return AppMessages.find(place, id)
                .filter(found -> found.applicationId() == interaction.applicationId())
                .filter(found -> id == interaction.originalId()
                        || found.interaction().path("id").asText().equals(interactionId))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }
}
