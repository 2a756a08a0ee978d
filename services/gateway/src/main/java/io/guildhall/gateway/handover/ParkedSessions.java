package io.guildhall.gateway.handover;

import com.google.protobuf.ByteString;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.redis.RedisLink;
import io.vertx.redis.client.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sessions whose gateway node left before another one had fetched them: their states, in Redis for as long as a session waits for its client. What
 * happens for them meanwhile is in the logs of their owners. Where there is no Redis, or it is away, such sessions are over.
 */
@ApplicationScoped
public class ParkedSessions {
    private static final String PUT = """
        redis.call('HSET', KEYS[1], 'user', ARGV[1], 'state', ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    /** Whoever comes first gets it, and nobody but its user comes at all. */
    private static final String TAKE = """
        if redis.call('HGET', KEYS[1], 'user') ~= ARGV[1] then return false end
        local state = redis.call('HGET', KEYS[1], 'state')
        redis.call('DEL', KEYS[1])
        return state
        """;

    private static final String ONE_KEY = "1";

    private final RedisLink redis;
    private final long lifetime;

    public ParkedSessions(RedisLink redis, GatewayConfig config) {
        this.redis = redis;
        this.lifetime = config.replay().timeout().toMillis();
    }

    /** Whether there is a place for them. */
    boolean possible() {
        return redis.isConfigured();
    }

    /** Fails when Redis is away. */
    CompletionStage<Void> put(String id, long userId, ByteString state) {
        return redis.ask(
                        Command.EVAL,
                        List.of(
                                PUT,
                                ONE_KEY,
                                key(id),
                                Long.toString(userId),
                                Base64.getEncoder().encodeToString(state.toByteArray()),
                                Long.toString(lifetime)))
                .thenAccept(done -> {});
    }

    /** Empty when it is not there, another user's, or Redis is away. */
    CompletionStage<Optional<ByteString>> take(String id, long userId) {
        if (!redis.isConfigured()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return redis.ask(Command.EVAL, List.of(TAKE, ONE_KEY, key(id), Long.toString(userId)))
                .handle((answer, away) -> away != null || answer == null
                        ? Optional.empty()
                        : Optional.of(ByteString.copyFrom(Base64.getDecoder().decode(answer.toString()))));
    }

    private String key(String id) {
        return redis.key("session:" + id);
    }
}
