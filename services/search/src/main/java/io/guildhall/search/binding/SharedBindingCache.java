package io.guildhall.search.binding;

import io.guildhall.redis.RedisLink;
import io.guildhall.search.binding.Beside.Phase;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Bindings that any node read a short while ago, in Redis, and before it those that this one did. Redis counts the time that is left, so that
 * clocks of nodes need not agree. While it is away each node has its own.
 */
final class SharedBindingCache implements BindingCache {
    /** A later version is not replaced by an earlier one, which somebody read before and brings late. */
    private static final String PUT = """
        local known = redis.call('GET', KEYS[1])
        if known and tonumber(string.match(known, '^%d+')) > tonumber(string.match(ARGV[1], '^%d+')) then return 0 end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return 1
        """;

    private static final String GET = "return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}";
    private static final String ONE_KEY = "1";
    private static final int WITH_BESIDE = 8;

    private final RedisLink redis;
    private final Clock clock;
    private final Duration time;
    private final MemoryBindingCache here;

    SharedBindingCache(RedisLink redis, Clock clock, Duration time) {
        this.redis = redis;
        this.clock = clock;
        this.time = time;
        this.here = new MemoryBindingCache(clock, time);
    }

    @Override
    public void put(Binding binding, long asOf) {
        here.put(binding, asOf);
        long left = asOf + time.toMillis() - clock.millis();
        if (left > 0) {
            redis.ask(Command.EVAL, List.of(PUT, ONE_KEY, key(binding.home()), text(binding), Long.toString(left)));
        }
    }

    @Override
    public Optional<Binding> near(Home home) {
        return here.near(home);
    }

    @Override
    public Optional<Binding> get(Home home) {
        Optional<Binding> known = here.near(home);
        return known.isPresent() ? known : far(home);
    }

    @Override
    public void remove(Home home) {
        here.remove(home);
        redis.ask(Command.DEL, List.of(key(home)));
    }

    private Optional<Binding> far(Home home) {
        long asked = clock.millis();
        try {
            Response answer = redis.ask(Command.EVAL, List.of(GET, ONE_KEY, key(home)))
                    .toCompletableFuture()
                    .join();
            if (answer.get(0) == null) {
                return Optional.empty();
            }
            Binding binding = binding(home, answer.get(0).toString());
            here.keep(binding, asked + answer.get(1).toLong());
            return Optional.of(binding);
        } catch (CompletionException away) {
            return Optional.empty();
        }
    }

    private String key(Home home) {
        return redis.key("search:binding:" + home.number() + ":" + Long.toUnsignedString(home.id()));
    }

    private static String text(Binding binding) {
        return "%d %d %b %s %s"
                        .formatted(
                                binding.version(),
                                binding.generation(),
                                binding.complete(),
                                binding.destination().cell(),
                                binding.destination().index())
                + binding.beside().map(SharedBindingCache::text).orElse("");
    }

    private static String text(Beside beside) {
        return " %s %s %d".formatted(beside.where().index(), beside.phase(), beside.since());
    }

    private static Binding binding(Home home, String text) {
        String[] parts = text.split(" ", -1);
        return new Binding(
                home,
                new Destination(parts[3], parts[4]),
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Boolean.parseBoolean(parts[2]),
                parts.length < WITH_BESIDE
                        ? Optional.empty()
                        : Optional.of(new Beside(
                                new Destination(parts[3], parts[5]),
                                Phase.valueOf(parts[6]),
                                Long.parseLong(parts[7]))));
    }
}
