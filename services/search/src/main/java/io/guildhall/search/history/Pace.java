package io.guildhall.search.history;

import java.util.function.BooleanSupplier;

/** Keeps to so many messages a second, for as long as it is wanted. */
final class Pace {
    private final int messagesASecond;
    private final BooleanSupplier wanted;

    Pace(int messagesASecond, BooleanSupplier wanted) {
        this.messagesASecond = messagesASecond;
        this.wanted = wanted;
    }

    void after(int messages) {
        try {
            Thread.sleep(messages * 1000L / messagesASecond);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process ends", ends);
        }
        if (!wanted.getAsBoolean()) {
            throw new IllegalStateException("the process ends");
        }
    }
}
