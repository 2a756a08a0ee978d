package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.table.catalogue.Users;

/**
 * What a device shows, as the JSON object that the person's application reads: {reason, channel_id, guild_id, subject_id, more, badge}, and unless content is
 * hidden {author: {id, name, avatar}, content, files}. Ids that do not apply are null.
 *
 * @param subjectId the message, or the person or the event that it is about
 * @param more how many others of the conversation it stands for
 * @param badge how much waits for the person
 */
record Shown(PushReason reason, long subjectId, long channelId, long guildId, int more, long badge, boolean hidden) {
    ObjectNode message(JsonNode message) {
        ObjectNode shown = base();
        if (hidden) {
            return shown;
        }
        author(
                shown,
                message.path("author_id").asText(),
                message.path("author").asText(),
                message.path("avatar").textValue());
        return shown.put("content", message.path("content").asText())
                .put("files", message.path("files").asInt());
    }

    /** An event has a name, in the field {@code event}. */
    ObjectNode event(JsonNode event) {
        ObjectNode shown = base();
        return hidden ? shown : shown.put("event", event.path("name").asText());
    }

    /** Reads; only outside the mailbox. */
    ObjectNode person(StorageFacade storage) {
        ObjectNode shown = base();
        if (!hidden) {
            storage.row(Users.TABLE, subjectId)
                    .map(User::from)
                    .ifPresent(user -> author(
                            shown,
                            user.id(),
                            user.globalName() == null ? user.username() : user.globalName(),
                            user.avatar()));
        }
        return shown;
    }

    private ObjectNode base() {
        return Json.object()
                .put("reason", reason.name())
                .put("subject_id", Snowflake.format(subjectId))
                .put("channel_id", channelId == 0 ? null : Snowflake.format(channelId))
                .put("guild_id", guildId == 0 ? null : Snowflake.format(guildId))
                .put("more", more)
                .put("badge", badge);
    }

    private static void author(ObjectNode shown, String id, String name, String avatar) {
        shown.putObject("author").put("id", id).put("name", name).put("avatar", avatar);
    }
}
