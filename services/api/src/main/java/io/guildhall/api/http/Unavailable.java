package io.guildhall.api.http;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.mutiny.TimeoutException;
import java.util.Set;

/** Tells "the part that would answer is away" from "something is broken". */
public final class Unavailable {
    private static final Set<Status.Code> AWAY =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);

    private Unavailable() {}

    public static boolean is(Throwable failure) {
        if (failure instanceof StatusRuntimeException refused) {
            return AWAY.contains(refused.getStatus().getCode());
        }
        return failure instanceof TimeoutException
                || failure instanceof NobodyThere
                || (failure.getCause() != null && failure.getCause() != failure && is(failure.getCause()));
    }

    /** No live node plays the role that is needed. */
    public static final class NobodyThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NobodyThere(String role) {
            super("no live node plays the role " + role);
        }
    }
}
