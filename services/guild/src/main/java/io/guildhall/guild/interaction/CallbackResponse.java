package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.activity.Activity;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.Optional;
import java.util.Set;

/** What an application gets that asks what became of its answer. */
final class CallbackResponse {
    private static final Set<Integer> WITH_MESSAGE = Set.of(AnswerType.MESSAGE, AnswerType.UPDATE);

    private CallbackResponse() {}

    static ObjectNode of(
            Place place,
            StoredInteraction interaction,
            int type,
            Optional<AppMessage> message,
            Optional<Activity> activity) {
        ObjectNode about = Json.object()
                .put("id", Snowflake.format(interaction.id()))
                .put("type", interaction.type())
                .put("channel_id", Snowflake.format(place.channelId()));
        place.guildId().ifPresent(guild -> about.put("guild_id", Snowflake.format(guild)));
        message.ifPresent(shown -> about.put("response_message_id", Snowflake.format(shown.id()))
                .put("response_message_loading", shown.isLoading())
                .put("response_message_ephemeral", shown.isEphemeral()));
        ObjectNode response = Json.object();
        response.set("interaction", about);
        message.filter(shown -> WITH_MESSAGE.contains(type)).ifPresent(shown -> {
            ObjectNode resource = Json.object().put("type", type);
            resource.set("message", AppMessages.json(place, shown));
            response.set("resource", resource);
        });
        activity.ifPresent(launched -> {
            ObjectNode resource = Json.object().put("type", type);
            resource.set("activity_instance", Json.object().put("id", launched.id()));
            response.set("resource", resource);
        });
        return response;
    }
}
