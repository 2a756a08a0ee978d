package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.relationship.RelationshipType;
import jakarta.inject.Singleton;
import java.time.Clock;

/** For somebody this person is nothing any more: no friend, and nothing is asked any more. Whom this person has blocked stays blocked. */
@Singleton
public final class RelationshipEnded implements UserStep {
    static final String STEP = "relationshipEnded";

    private final Clock clock;

    public RelationshipEnded(Clock clock) {
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
        circle.find(other)
                .filter(found -> found.type() != RelationshipType.BLOCKED)
                .ifPresent(edits::end);
        return Reply.noContent();
    }
}
