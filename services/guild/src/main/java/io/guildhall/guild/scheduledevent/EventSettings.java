package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.table.catalogue.ScheduledEvents;

/**
 * What a request says of a scheduled event.
 *
 * @param image the picture's hash, which api has put in its place
 * @param privacyLevel there is one only
 * @param recurrenceRule JSON of the shape that the operation declares
 */
public record EventSettings(
        Given<String> name,
        Given<String> description,
        Given<String> image,
        Given<Long> scheduledStartTime,
        Given<Long> scheduledEndTime,
        Given<Long> privacyLevel,
        Given<Long> entityType,
        Given<Long> channelId,
        Given<EventPlace> entityMetadata,
        Given<String> recurrenceRule) {
    public static EventSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new EventSettings(
                fields.text("name"),
                fields.text("description"),
                fields.text("image"),
                fields.timestamp("scheduled_start_time"),
                fields.timestamp("scheduled_end_time"),
                fields.number("privacy_level"),
                fields.number("entity_type"),
                fields.snowflake("channel_id"),
                fields.object("entity_metadata", EventPlace::of),
                fields.json("recurrence_rule"));
    }

    Patch putInto(Patch patch) {
        if (entityMetadata.named()) {
            String location = entityMetadata
                    .value()
                    .flatMap(place -> place.location().value())
                    .filter(text -> !text.isEmpty())
                    .orElse(null);
            patch.set("location", ScheduledEvents.LOCATION, location);
        }
        return patch.put(name, ScheduledEvents.NAME)
                .put(description, ScheduledEvents.DESCRIPTION)
                .set(
                        "image_hash",
                        ScheduledEvents.IMAGE,
                        image.named() ? image.orNull() : patch.row().get(ScheduledEvents.IMAGE))
                .put(scheduledStartTime, ScheduledEvents.START_AT)
                .put(scheduledEndTime, ScheduledEvents.END_AT)
                .put(entityType, ScheduledEvents.ENTITY_TYPE)
                .put(channelId, ScheduledEvents.CHANNEL_ID)
                .put(recurrenceRule, ScheduledEvents.RECURRENCE);
    }
}
