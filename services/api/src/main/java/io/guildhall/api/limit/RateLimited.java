package io.guildhall.api.limit;

import io.guildhall.api.call.RestAnswer;

/** A caller has used a bucket up; the answer is ready. */
public final class RateLimited extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RestAnswer answer;

    RateLimited(RestAnswer answer) {
        super("rate limited", null, false, false);
        this.answer = answer;
    }

    public RestAnswer answer() {
        return answer;
    }
}
