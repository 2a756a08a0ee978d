package io.guildhall.guild.typing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import jakarta.inject.Singleton;

/** Shows for some seconds that somebody writes. */
@Singleton
public final class TriggerTyping implements ChannelOperation {
    @Override
    public Operation operation() {
        return MessageOperations.TRIGGER_TYPING;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (!place.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
        }
        ObjectNode payload =
                Json.object().put("user_id", Snowflake.format(call.callerId())).put("timestamp", place.now() / 1000);
        place.findMember(call.callerId()).ifPresent(member -> payload.set("member", Json.tree(member)));
        Event.Builder event = MessageEvents.about(DispatchEvent.TYPING_START, place, payload);
        if (place.guildId().isPresent()) {
            event.addTopics(Topic.TYPING);
        }
        place.send(event.build(), changes);
        return Reply.noContent();
    }
}
