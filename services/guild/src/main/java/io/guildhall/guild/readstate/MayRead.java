package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** Whether somebody sees a channel. */
@Singleton
public final class MayRead implements ChannelStep {
    static final String STEP = "mayRead";

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
        return Reply.noContent();
    }
}
