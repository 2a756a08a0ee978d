package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The answer that one caller waits for. Who cancels it leaves the flight. */
final class Passenger extends CompletableFuture<ReadReply> {
    private final Consumer<Passenger> leave;
    private Flight flight;

    Passenger(Consumer<Passenger> leave) {
        this.leave = leave;
    }

    /** Set once, before anybody else knows the passenger. */
    void board(Flight boarded) {
        flight = boarded;
        boarded.aboard().add(this);
    }

    Flight flight() {
        return flight;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean left = super.cancel(mayInterruptIfRunning);
        if (left) {
            leave.accept(this);
        }
        return left;
    }
}
