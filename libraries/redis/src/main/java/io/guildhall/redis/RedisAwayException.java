package io.guildhall.redis;

/** There is no Redis, or it does not answer. Whoever asks goes on with what it knows by itself. */
public final class RedisAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisAwayException(String message) {
        super(message);
    }
}
