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

/** Somebody whom this person asked to become friends says yes. When the question was taken back meanwhile, the two are not. */
@Singleton
public final class FriendAccepted implements UserStep {
    static final String STEP = "friendAccepted";

    private final List<FriendListener> listeners;
    private final Clock clock;

    public FriendAccepted(@All List<FriendListener> listeners, Clock clock) {
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
                listeners.forEach(listener -> listener.accepted(user, other, changes));
            }
        } else if (!circle.has(RelationshipType.FRIEND, other)) {
            edits.tell(other, RelationshipEnded.STEP);
        }
        return Reply.noContent();
    }
}
