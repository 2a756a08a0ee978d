package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Requests of one kind, many of them under way at the same moment. */
final class Flood {
    /** As many as an actor takes in before it turns others away. */
    private static final int AT_ONCE = 48;

    private Flood() {}

    /** How often each code came, and 0 for a success. Whoever is told to come later does. */
    static Map<Integer, Integer> codes(int count, IntFunction<RestAnswer> request) throws Exception {
        Map<Integer, Integer> codes = new TreeMap<>();
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                int number = index;
                answers.add(senders.submit(() -> {
                    places.acquire();
                    try {
                        return code(number, request);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<Integer> answer : answers) {
                codes.merge(answer.get(), 1, Integer::sum);
            }
        }
        return codes;
    }

    private static int code(int number, IntFunction<RestAnswer> request) throws InterruptedException {
        RestAnswer answer = request.apply(number);
        while (answer.status() == 503) {
            Thread.sleep(5);
            answer = request.apply(number);
        }
        return answer.status() < 300
                ? 0
                : Json.parse(new String(answer.body(), UTF_8)).path("code").asInt();
    }
}
