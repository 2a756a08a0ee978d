package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Brings messages to the owners of the actors that they are for. */
record MessageDelivery(Function<Command, CompletionStage<Outcome>> owners) implements Destination {
    private static final Logger LOG = Logger.getLogger(MessageDelivery.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public Object line(LogEntry entry) {
        return entry.getMessage().getActor();
    }

    @Override
    public CompletionStage<Receipt> offer(ActorKey source, LogEntry entry) {
        Origin origin = Origin.newBuilder()
                .setActor(source)
                .setPosition(entry.getPosition())
                .build();
        return owners.apply(entry.getMessage().toBuilder().setOrigin(origin).build())
                .thenApply(MessageDelivery::receipt);
    }

    @Override
    public CompletionStage<?> gap(ActorKey source, Position after) {
        LOG.errorf(
                "Messages of %s %s after %d.%d may have been lost: they could not be delivered for too long",
                source.getKind(), Long.toUnsignedString(source.getId()), after.getEpoch(), after.getSequence());
        return CompletableFuture.completedFuture(null);
    }

    /** A target that refuses has had the message: it is gone, or what is asked of it makes no sense any more. */
    private static Receipt receipt(Outcome outcome) {
        return switch (outcome.getResultCase()) {
            case SUCCESS -> Receipt.TAKEN;
            case MOVED -> Receipt.LATER;
            case FAILURE -> refused(outcome.getFailure().getStatus());
            case RESULT_NOT_SET -> Receipt.BROKEN;
        };
    }

    private static Receipt refused(int status) {
        if (status == UNAVAILABLE || status == TOO_MANY_REQUESTS) {
            return Receipt.LATER;
        }
        return status >= INTERNAL_ERROR ? Receipt.BROKEN : Receipt.TAKEN;
    }
}
