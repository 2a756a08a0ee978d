package io.guildhall.guild.kernel.actor;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.EventSize;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * How much one command may change, tell and answer. What is larger could not be written as one batch, or would end a stream between
 * nodes, and every try of it would: so it is refused before anything has changed, with an error that says why. Commands whose changes grow
 * with what they are done to go on in pieces, and never come here.
 */
final class CommandBounds {
    /** Of a single event, with all its variants; every window between nodes holds two. */
    static final int MOST_EVENT_BYTES = EventSize.MOST_BYTES;

    /** Of an answer. As much as a batch: both are messages between nodes. */
    static final int MOST_ANSWER_BYTES = Write.MOST_BYTES;

    private static final Logger LOG = Logger.getLogger(CommandBounds.class);

    private CommandBounds() {}

    /**
     * Of what a handler collected, before anything of it is done. Events count whether or not they are stored, so that a command which is
     * taken in one process is taken in a cluster.
     *
     * @throws ApiException 413 when it is too much
     */
    static void require(Command command, Reply reply, Changes changes) {
        for (Effect effect : changes.effects()) {
            if (effect instanceof Effect.Send send && send.event().getSerializedSize() > MOST_EVENT_BYTES) {
                Event event = send.event();
                throw tooLarge(command, "an event " + event.getName() + " of " + event.getSerializedSize() + " bytes");
            }
        }
        if (changes.count() > Write.MOST_MUTATIONS || changes.bytes() > Write.MOST_BYTES) {
            throw tooLarge(command, changes.count() + " changes and events of " + changes.bytes() + " bytes");
        }
        if (reply instanceof Reply.Ready ready) {
            require(ready);
        }
    }

    /** Of the whole batch: with log entries, and facts that were only made for it. */
    static void require(Command command, List<Mutation> batch) {
        long bytes = batch.stream().mapToLong(Mutation::getSerializedSize).sum();
        if (batch.size() > Write.MOST_MUTATIONS || bytes > Write.MOST_BYTES) {
            throw tooLarge(command, "a batch of " + batch.size() + " mutations and " + bytes + " bytes");
        }
    }

    /** Of an answer. */
    static void require(Reply.Ready answer) {
        if (answer.body().size() > MOST_ANSWER_BYTES) {
            LOG.errorf("An answer of %d bytes was refused", answer.body().size());
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static ApiException tooLarge(Command command, String what) {
        LOG.warnf(
                "%s %s%s was refused for its size: it would be %s",
                command.getPayloadCase(),
                command.getRest().getOperation(),
                command.getInternal().getStep(),
                what);
        return ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
    }
}
