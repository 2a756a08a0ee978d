package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.ToldMessage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** A message as it is now, for somebody who sees the channel now. */
@Singleton
public final class ShowPush implements ChannelStep {
    static final String STEP = "pushShow";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        long user = Snowflake.parse(body.path("user_id").asText());
        if (!Permission.VIEW_CHANNEL.in(place.permissions(user))) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        ObjectNode shown =
                ToldMessage.of(place, Snowflake.parse(body.path("message_id").asText()));
        shown.put(
                "parent_id",
                Snowflake.format(place.settingChannelId() == place.channelId() ? 0 : place.settingChannelId()));
        return Reply.json(shown);
    }
}
