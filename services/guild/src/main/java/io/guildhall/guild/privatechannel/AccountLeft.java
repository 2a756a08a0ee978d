package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** The account of somebody who belongs to a group is gone: they leave it. */
@Singleton
public final class AccountLeft implements ChannelStep {
    public static final String STEP = "accountLeft";
    private static final String USER_ID = "user_id";

    private final Leaving leaving;

    AccountLeft(Leaving leaving) {
        this.leaving = leaving;
    }

    public static JsonNode body(long channel, long user) {
        return Json.object().put(CHANNEL_ID, Snowflake.format(channel)).put(USER_ID, Snowflake.format(user));
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        long user = Snowflake.parse(body.path(USER_ID).asText());
        if (place instanceof PrivatePlace group
                && group.channel().isGroup()
                && group.channel().find(user).isPresent()) {
            leaving.leave(group, user, user, true, changes);
        }
        return Reply.noContent();
    }
}
