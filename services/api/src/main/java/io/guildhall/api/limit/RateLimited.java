package io.guildhall.api.limit;

import io.guildhall.api.call.RestAnswer;
import java.util.Map;

/**
 * A caller has used a bucket up, or is banned; the answer is ready. Libraries take a 429 without the header {@code Via} for a ban of their
 * address, and hold everything back.
 */
public final class RateLimited extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    private static final String VIA = "1.1 guildhall";

    private final transient RestAnswer answer;

    private RateLimited(RestAnswer answer) {
        super("rate limited", null, false, false);
        this.answer = answer;
    }

    static RateLimited of(RestAnswer answer) {
        return new RateLimited(marked(answer));
    }

    static RateLimited banned(RestAnswer answer) {
        return new RateLimited(answer);
    }

    /** Any answer but a ban, as it is sent: whoever refuses for now, in the pipeline or at an owner, says so in one way. */
    public static RestAnswer marked(RestAnswer answer) {
        return answer.status() == TOO_MANY ? answer.with(Map.of("Via", VIA)) : answer;
    }

    public RestAnswer answer() {
        return answer;
    }
}
