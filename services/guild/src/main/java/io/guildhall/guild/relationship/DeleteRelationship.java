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

/** Ends a friendship, takes back or refuses a request, or ends a block. Whoever is nothing to the caller already is left alone. */
@Singleton
public final class DeleteRelationship implements UserOperation {
    private final Clock clock;

    public DeleteRelationship(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return RelationshipOperations.DELETE_RELATIONSHIP;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        CircleEdits edits = new CircleEdits(user, changes, clock.millis());
        Circle.of(user).find(call.id("other_id")).ifPresent(found -> end(found, edits));
        return Reply.noContent();
    }

    static void end(Relationship ended, CircleEdits edits) {
        edits.end(ended);
        if (ended.type() != RelationshipType.BLOCKED) {
            edits.tell(ended.otherId(), RelationshipEnded.STEP);
        }
    }
}
