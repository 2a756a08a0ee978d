package io.guildhall.guild.relationship;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import io.guildhall.model.relationship.RelationshipType;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives a friend a nickname that only the caller sees. */
@Singleton
public final class UpdateRelationship implements UserOperation {
    private final Clock clock;

    public UpdateRelationship(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return RelationshipOperations.UPDATE_RELATIONSHIP;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        Relationship friend = Circle.of(user)
                .find(call.id("other_id"))
                .filter(found -> found.type() == RelationshipType.FRIEND)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        NicknameBody body = NicknameBody.of(call.body());
        if (body.nickname().named()) {
            new CircleEdits(user, changes, clock.millis())
                    .rename(friend, body.nickname().orNull());
        }
        return Reply.noContent();
    }
}
