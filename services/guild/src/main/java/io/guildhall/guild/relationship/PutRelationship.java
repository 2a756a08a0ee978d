package io.guildhall.guild.relationship;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import io.guildhall.model.relationship.RelationshipType;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Asks somebody to become friends, says yes to them, or blocks them. */
@Singleton
public final class PutRelationship implements UserOperation {
    private final Clock clock;

    public PutRelationship(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return RelationshipOperations.PUT_RELATIONSHIP;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long other = call.id("other_id");
        RelationshipBody body = RelationshipBody.of(call.body());
        if (body.type().or(0L) == RelationshipType.BLOCKED.number()) {
            block(user, other, changes);
        } else {
            FriendRequests.send(user, other, changes, clock.millis());
        }
        return Reply.noContent();
    }

    private void block(UserState user, long other, Changes changes) {
        Circle circle = Circle.of(user);
        if (other == user.id() || Profiles.row(user.context().storage(), other).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
        if (circle.has(RelationshipType.BLOCKED, other)) {
            return;
        }
        if (circle.isFull(RelationshipType.BLOCKED)) {
            throw ApiException.invalidField("type", "BASE_TYPE_MAX_LENGTH", "Too many are blocked.");
        }
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        boolean known = circle.find(other).isPresent();
        edits.become(RelationshipType.BLOCKED, other);
        if (known) {
            edits.tell(other, RelationshipEnded.STEP);
        }
    }
}
