package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.rpc.Ticket;
import java.time.Duration;
import java.util.List;

/** Builds outcomes of commands. */
public final class Outcomes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int INTERNAL_ERROR = 500;

    private Outcomes() {}

    public static Outcome success(int status, ByteString body) {
        return success(status, body, List.of());
    }

    static Outcome success(int status, ByteString body, List<Errand> errands) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder().setStatus(status).setBody(body).addAllErrands(errands))
                .build();
    }

    /** What the sessions of a command can pull now. */
    public static Outcome tickets(List<Ticket> tickets) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder().setStatus(OK).addAllTickets(tickets))
                .build();
    }

    /** Of several messages, so many are done with. */
    static Outcome handled(int messages) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder().setStatus(OK).setHandled(messages))
                .build();
    }

    public static Outcome failure(Failure failure) {
        return Outcome.newBuilder().setFailure(failure).build();
    }

    /**
     * Worth trying again after a while: the mailbox is full, the store can't be reached. Whether the command was done is left
     * open, so callers repeat it by themselves only when that is harmless.
     */
    public static Outcome unavailable(String message) {
        return failure(refusal(message).build());
    }

    /** Nothing of the command was done, and soon somebody can do it: callers send it again by themselves. */
    public static Outcome notNow(String message) {
        return failure(refusal(message).setNothingDone(true).build());
    }

    /** As {@link #notNow(String)}, but not as soon as that. */
    public static Outcome notNow(String message, Duration retryAfter) {
        int seconds = Math.toIntExact(Math.ceilDiv(retryAfter.toMillis(), 1_000));
        return failure(refusal(message)
                .setNothingDone(true)
                .setRetryAfter(Math.max(1, seconds))
                .build());
    }

    private static Failure.Builder refusal(String message) {
        return Failure.newBuilder().setStatus(UNAVAILABLE).setMessage(message).setRetryAfter(1);
    }

    public static Outcome broken() {
        return failure(Failure.newBuilder()
                .setStatus(INTERNAL_ERROR)
                .setMessage("500: Internal Server Error")
                .build());
    }

    public static Outcome moved(Node owner) {
        return Outcome.newBuilder()
                .setMoved(Moved.newBuilder()
                        .setNode(owner.id())
                        .setAddress(owner.address())
                        .setContract(owner.contract()))
                .build();
    }

    public static boolean isUnavailable(Outcome outcome) {
        return outcome.hasFailure() && outcome.getFailure().getStatus() == UNAVAILABLE;
    }
}
