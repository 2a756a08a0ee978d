package io.guildhall.guild.relationship;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import io.guildhall.model.table.catalogue.Usernames;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Asks whoever has this name to become friends, or says yes to them. */
@Singleton
public final class SendFriendRequest implements UserOperation {
    private final Clock clock;

    public SendFriendRequest(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return RelationshipOperations.SEND_FRIEND_REQUEST;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        FriendRequestBody body = FriendRequestBody.of(call.body());
        long other = user.context()
                .storage()
                .row(Usernames.TABLE, UsernameRule.key(body.username().required()))
                .map(row -> row.get(Usernames.USER_ID))
                .orElseThrow(() -> ApiException.of(ErrorCode.NO_USERS_WITH_DISCORD_TAG_EXIST));
        FriendRequests.send(user, other, changes, clock.millis());
        return Reply.noContent();
    }
}
