package io.guildhall.guild.relationship;

import io.guildhall.guild.push.TestPush;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserStep;
import java.time.Clock;
import java.util.stream.Stream;

/** What people are to each other, for the towns of tests. */
public final class TestCircle {
    private TestCircle() {}

    public static Stream<UserOperation> operations(Clock clock) {
        return Stream.of(
                new ListRelationships(),
                new SendFriendRequest(clock),
                new PutRelationship(clock),
                new UpdateRelationship(clock),
                new DeleteRelationship(clock),
                new DeleteFriendRequests(clock));
    }

    public static Stream<UserStep> steps(Clock clock) {
        return Stream.of(
                new FriendRequested(TestPush.friendListeners(clock), clock),
                new FriendAccepted(TestPush.friendListeners(clock), clock),
                new RelationshipEnded(clock),
                new FriendMoved(clock),
                new FriendGiven(clock));
    }
}
