package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Ticket;
import java.util.List;
import java.util.concurrent.Callable;

/** What a handler answers once its changes are durable. */
public sealed interface Reply {
    /** The status that the operation declares. */
    int DECLARED = 0;

    /** A body that is known already. */
    record Ready(int status, ByteString body) implements Reply {}

    /**
     * A heavy read that runs on a virtual thread of its own, outside the mailbox, once everything before it is durable.
     * It must not touch the actor's state.
     */
    record Later(Callable<Reply> work) implements Reply {}

    /** Tickets for what sessions pull; see {@code Tickets}. */
    record Pullable(List<Ticket> tickets) implements Reply {}

    /** The same reply; a declared status becomes this one. */
    default Reply orStatus(int declared) {
        return switch (this) {
            case Ready(int status, ByteString body) -> new Ready(status == DECLARED ? declared : status, body);
            case Later(Callable<Reply> work) -> new Later(() -> work.call().orStatus(declared));
            case Pullable tickets -> tickets;
        };
    }

    /** A record or a JSON tree. */
    static Reply json(Object body) {
        return status(DECLARED, body);
    }

    static Reply status(int status, Object body) {
        return new Ready(status, Json.bytes(body));
    }

    /** JSON that was serialised before. */
    static Reply ready(ByteString json) {
        return new Ready(DECLARED, json);
    }

    static Reply noContent() {
        return new Ready(DECLARED, ByteString.EMPTY);
    }

    static Reply later(Callable<Reply> work) {
        return new Later(work);
    }
}
