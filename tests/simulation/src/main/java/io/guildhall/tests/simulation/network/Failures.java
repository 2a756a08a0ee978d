package io.guildhall.tests.simulation.network;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** What is left of a failure once it has crossed the network. */
final class Failures {
    private Failures() {}

    static RuntimeException overTheWire(Throwable failure) {
        if (failure instanceof StatusRuntimeException status) {
            return Status.fromCode(status.getStatus().getCode())
                    .withDescription(status.getStatus().getDescription())
                    .asRuntimeException();
        }
        return Status.INTERNAL.withDescription(String.valueOf(failure)).asRuntimeException();
    }
}
