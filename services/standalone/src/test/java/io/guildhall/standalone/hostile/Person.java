package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;

import java.util.concurrent.atomic.AtomicLong;

/** Somebody with an account. */
record Person(String id, String token) {
    private static final AtomicLong COUNTER = new AtomicLong();

    static Person register(Calls calls) {
        String token = calls.done(
                        POST,
                        "/auth/register",
                        null,
                        "{\"username\":\"hostile%d\",\"password\":\"correct horse\"}"
                                .formatted(COUNTER.incrementAndGet()))
                .path("token")
                .asText();
        return new Person(calls.done(GET, "/users/@me", token, "").path("id").asText(), token);
    }

    boolean works(Calls calls) {
        return calls.json(GET, "/users/@me", "", token, "").status() == 200;
    }
}
