package io.guildhall.search.cell;

import io.guildhall.observability.process.Rounds;
import io.guildhall.redis.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads as any node found them out last, in Redis: a node that has just started knows them, and one that can't reach a cell itself. Of a
 * cell that nobody reaches nothing is left there after a while. While Redis is away each node has what it found out by itself.
 */
public final class SharedCellLoads implements CellLoads, AutoCloseable {
    /** So many rounds of asking the cells a report holds. */
    private static final int ROUNDS = 5;

    private final RedisLink redis;
    private final Cells cells;
    private final Duration every;
    private final MemoryCellLoads here = new MemoryCellLoads();
    private final Rounds looking;
    private volatile Map<String, CellLoad> shared = Map.of();

    private SharedCellLoads(RedisLink redis, Cells cells, Duration every) {
        this.redis = redis;
        this.cells = cells;
        this.every = every;
        this.looking = Rounds.every(every, "search-loads", this::look);
    }

    /** @param every how often cells are asked for their loads */
    public static SharedCellLoads begun(RedisLink redis, Cells cells, Duration every) {
        SharedCellLoads loads = new SharedCellLoads(redis, cells, every);
        loads.looking.start();
        return loads;
    }

    @Override
    public CellLoad of(String cell) {
        CellLoad reported = shared.get(cell);
        return reported == null ? here.of(cell) : reported;
    }

    /** That this node doesn't reach a cell is its own affair. */
    @Override
    public void tell(String cell, CellLoad load) {
        here.tell(cell, load);
        if (load.answering()) {
            String held = Long.toString(every.multipliedBy(ROUNDS).toMillis());
            redis.ask(Command.SET, List.of(key(cell), load.documents() + " " + load.bytes(), "PX", held));
        }
    }

    private void look() {
        List<String> names = List.copyOf(cells.all().keySet());
        if (names.isEmpty()) {
            return;
        }
        List<String> keys = names.stream().map(this::key).toList();
        redis.ask(Command.MGET, keys)
                .whenComplete((found, away) -> shared = away == null ? loads(names, found) : Map.of());
    }

    private static Map<String, CellLoad> loads(List<String> names, Response found) {
        Map<String, CellLoad> loads = new HashMap<>();
        List<Response> values = new ArrayList<>();
        found.forEach(values::add);
        for (int number = 0; number < names.size(); number++) {
            if (values.get(number) != null) {
                String[] parts = values.get(number).toString().split(" ", -1);
                loads.put(names.get(number), new CellLoad(true, Long.parseLong(parts[0]), Long.parseLong(parts[1])));
            }
        }
        return Map.copyOf(loads);
    }

    /** All on one node, where Redis is a cluster, so that they are read at once. */
    private String key(String cell) {
        return redis.key("search:{load}:" + cell);
    }

    @Override
    public void close() {
        looking.stop();
    }
}
