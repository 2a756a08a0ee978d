package io.guildhall.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The way to Redis. What lies there is shared by nodes and may be lost at any time: nothing depends on it. A Redis that did not answer is left alone
 * for a while, in which everything fails at once, so nobody waits for it again and again. Any thread; nothing here blocks.
 */
public final class RedisLink {
    private static final Logger LOG = Logger.getLogger(RedisLink.class);

    private final Optional<Redis> client;
    private final RedisConfig config;
    private final LongSupplier nanos;
    private final AtomicLong restsUntil;
    private volatile boolean away;

    /**
     * @param client empty where there is no Redis
     * @param nanos a clock that never goes back
     */
    public RedisLink(Optional<Redis> client, RedisConfig config, LongSupplier nanos) {
        this.client = client;
        this.config = config;
        this.nanos = nanos;
        this.restsUntil = new AtomicLong(nanos.getAsLong());
    }

    /** Whether there is one at all. */
    public boolean isConfigured() {
        return client.isPresent();
    }

    /** Whether it answered when it was asked last. */
    public boolean answers() {
        return isConfigured() && !away;
    }

    /** A key of this installation. */
    public String key(String name) {
        return config.prefix() + name;
    }

    /** Fails with {@link RedisAwayException} when there is none, or none that answers in time. The answer may be null. */
    public CompletionStage<Response> ask(Command command, List<String> arguments) {
        if (client.isEmpty()) {
            return CompletableFuture.failedStage(new RedisAwayException("there is no Redis"));
        }
        if (nanos.getAsLong() - restsUntil.get() < 0) {
            return CompletableFuture.failedStage(new RedisAwayException("Redis is left alone"));
        }
        Request request = Request.cmd(command);
        arguments.forEach(request::arg);
        return sent(request)
                .toCompletableFuture()
                .orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw failed(failure);
                    }
                    answered();
                    return answer;
                });
    }

    /** A client that is closed, or can't take more, throws at once: to whoever asks that is the same. */
    private CompletionStage<Response> sent(Request request) {
        try {
            return client.orElseThrow().send(request).toCompletionStage();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedStage(refused);
        }
    }

    private RedisAwayException failed(Throwable failure) {
        Duration rest = config.rest();
        restsUntil.set(nanos.getAsLong() + rest.toNanos());
        if (!away) {
            LOG.warnf("Redis does not answer (%s); nodes go on with what they know by themselves", failure);
        }
        away = true;
        return new RedisAwayException("Redis does not answer: " + failure);
    }

    private void answered() {
        if (away) {
            LOG.info("Redis answers again");
        }
        away = false;
    }
}
