package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.relationship.RelationshipType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Somebody asks this person to become friends. Two who ask each other at once are friends; whom this person has blocked, or who finds no room, hears nothing. */
@Singleton
public final class FriendRequested implements UserStep {
    static final String STEP = "friendRequested";

    private final List<FriendListener> listeners;
    private final Clock clock;

    public FriendRequested(@All List<FriendListener> listeners, Clock clock) {
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long other = Snowflake.parse(body.path("user_id").asText());
        Circle circle = Circle.of(user);
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        if (circle.has(RelationshipType.OUTGOING_REQUEST, other)) {
            if (edits.befriend(other)) {
                edits.tell(other, FriendAccepted.STEP);
            }
        } else if (circle.find(other).isEmpty() && !circle.isFull(RelationshipType.INCOMING_REQUEST)) {
            edits.become(RelationshipType.INCOMING_REQUEST, other);
            listeners.forEach(listener -> listener.asked(user, other, changes));
        }
        return Reply.noContent();
    }
}
