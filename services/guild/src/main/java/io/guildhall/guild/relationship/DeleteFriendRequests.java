package io.guildhall.guild.relationship;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import io.guildhall.model.relationship.RelationshipType;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Says no to everybody who asked to become friends. */
@Singleton
public final class DeleteFriendRequests implements UserOperation {
    private final Clock clock;

    public DeleteFriendRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return RelationshipOperations.DELETE_FRIEND_REQUESTS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        Circle.of(user).byOther().values().stream()
                .filter(found -> found.type() == RelationshipType.INCOMING_REQUEST)
                .forEach(found -> DeleteRelationship.end(found, edits));
        return Reply.noContent();
    }
}
