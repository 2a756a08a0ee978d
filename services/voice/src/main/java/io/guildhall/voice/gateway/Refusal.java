package io.guildhall.voice.gateway;

import io.guildhall.voice.message.CloseCode;

/** What a client sent can't be accepted: the connection closes with this code. Carries no stack trace. */
final class Refusal extends Exception {
    private final CloseCode code;

    Refusal(CloseCode code) {
        super(code.reason(), null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
