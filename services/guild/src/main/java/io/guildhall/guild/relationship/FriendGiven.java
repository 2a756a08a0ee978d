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

/** A friend of another account of this human is one of this account, and has said so already: see {@link FriendMoved}. */
@Singleton
public final class FriendGiven implements UserStep {
    static final String STEP = "friendGiven";

    private final Clock clock;

    public FriendGiven(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long other = Snowflake.parse(body.path("user_id").asText());
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        if (!edits.welcome(other) && !Circle.is(user, RelationshipType.FRIEND, other)) {
            edits.tell(other, RelationshipEnded.STEP);
        }
        return Reply.noContent();
    }
}
