package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.ToldMessage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Member;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.LongFunction;

/** A message as it is now, for somebody who sees the channel now. It is read beside the mailbox: of a mention of everyone each device asks. */
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
        long channel = place.channelId();
        long message = Snowflake.parse(body.path("message_id").asText());
        long parent = place.settingChannelId() == channel ? 0 : place.settingChannelId();
        StorageFacade storage = place.freeStorage();
        LongFunction<Optional<Member>> members = place.members();
        return Reply.later(() -> Reply.json(
                ToldMessage.of(storage, channel, message, members).put("parent_id", Snowflake.format(parent))));
    }
}
