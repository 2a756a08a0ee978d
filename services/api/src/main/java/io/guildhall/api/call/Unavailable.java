package io.guildhall.api.call;

import io.guildhall.objects.ObjectStoreAwayException;
import io.guildhall.rpc.CallFailure;
import io.smallrye.mutiny.TimeoutException;

/** Tells "the part that would answer is away" from "something is broken". */
public final class Unavailable {
    private Unavailable() {}

    public static boolean is(Throwable failure) {
        return CallFailure.of(failure).passing()
                || failure instanceof TimeoutException
                || failure instanceof NobodyThere
                || failure instanceof ObjectStoreAwayException
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
