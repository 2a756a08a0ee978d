package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** This person has read channels that it does see, as their owners said. */
@Singleton
public final class Acked implements UserStep {
    static final String STEP = "acked";

    private final Clock clock;

    public Acked(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    static ObjectNode body(List<Ack> acks) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("acks");
        acks.forEach(ack -> list.add(ack.json()));
        return body;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long now = clock.millis();
        body.path("acks").forEach(ack -> Ack.of(ack).apply(user, changes, now));
        return Reply.noContent();
    }
}
