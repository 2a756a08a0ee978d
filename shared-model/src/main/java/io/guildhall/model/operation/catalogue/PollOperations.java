package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** What is done with polls that stand in messages. */
public final class PollOperations {
    private static final String POLL = "/channels/{channel_id}/polls/{message_id}";

    public static final Operation LIST_POLL_VOTERS = get("listPollVoters", POLL + "/answers/{answer_id}")
            .in(Scope.CHANNEL)
            .query(PollShapes.LIST_VOTERS)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .build();

    /** Takes the caller's former votes back. Applications do not vote. */
    public static final Operation VOTE = put("vote", POLL + "/answers/@me")
            .in(Scope.CHANNEL)
            .by(Access.PERSON)
            .status(204)
            .body(PollShapes.VOTE)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .limit(RateLimit.REACTION)
            .build();

    /** Before its time; for who asked the question. */
    public static final Operation END_POLL = post("endPoll", POLL + "/expire")
            .in(Scope.CHANNEL)
            .needs(Permission.VIEW_CHANNEL)
            .build();

    private PollOperations() {}

    static List<Operation> all() {
        return List.of(LIST_POLL_VOTERS, VOTE, END_POLL);
    }
}
