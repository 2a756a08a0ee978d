package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** How far a person has read. Discord's own clients call these; bots have nothing to read. */
public final class ReadStateOperations {
    private static final long MOST_MENTIONS = 1_000_000;
    private static final long MOST_DAYS = 100_000;

    /** Also backwards, when {@code manual} says that the person wants so. */
    public static final Operation ACK_MESSAGE = post("ackMessage", "/channels/{channel_id}/messages/{message_id}/ack")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(object().nullable("token", text(200))
                    .optional("manual", bool())
                    .optional("mention_count", integer(0, MOST_MENTIONS))
                    .optional("flags", integer(0, 7))
                    .nullable("last_viewed", integer(0, MOST_DAYS)))
            .limit(RateLimit.READ)
            .build();

    public static final Operation ACK_PINS = post("ackPins", "/channels/{channel_id}/pins/ack")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .limit(RateLimit.READ)
            .build();

    public static final Operation ACK_BULK = post("ackBulk", "/read-states/ack-bulk")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .body(object().required(
                            "read_states",
                            list(
                                    0,
                                    100,
                                    object().required("channel_id", snowflake())
                                            .required("message_id", snowflake())
                                            .optional("read_state_type", choice(0)))))
            .build();

    public static final Operation DELETE_READ_STATE = delete("deleteReadState", "/channels/{channel_id}/messages/ack")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .limit(RateLimit.READ)
            .build();

    /** Everything in a guild is read. */
    public static final Operation ACK_GUILD = post("ackGuild", "/guilds/{guild_id}/ack")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .build();

    private ReadStateOperations() {}

    static List<Operation> all() {
        return List.of(ACK_MESSAGE, ACK_PINS, ACK_BULK, DELETE_READ_STATE, ACK_GUILD);
    }
}
