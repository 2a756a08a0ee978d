package io.guildhall.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clicks on a bot's buttons that one instance takes in a second, and how long each takes until the bot's answer is received as a message;
 * in the same run, and in the same way, plain messages, by which the ratio tells what an interaction costs. Several people's places wait
 * each for its own answer before it goes on. Arguments: the API's address, the
 * instance's process, and optionally how many of both and how many places, 25 at most.
 */
public final class InteractionsBench {
    private static final int PATIENCE_SECONDS = 30;
    private static final int IN_ROW = 5;

    private final Account person;
    private final Account bot;
    private final Receiver receiver;
    private final int places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What one place does, and then waits for. */
    private interface Act {
        void at(int place) throws IOException, InterruptedException;
    }

    private record Result(double rate, double p50, double p99) {}

    private InteractionsBench(Account person, Receiver receiver, int places) {
        this.person = person;
        this.bot = person.asBot();
        this.receiver = receiver;
        this.places = places;
    }

    public static void main(String[] arguments) throws Exception {
        Account account = Account.make(arguments[0]);
        int each = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5_000;
        int places = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 16;
        try (Receiver receiver = Receiver.connect(URI.create(account.gateway()), account.botToken())) {
            InteractionsBench bench = new InteractionsBench(account, receiver, places);
            System.out.println(bench.run(each));
        }
    }

    private String run(int each) throws IOException, InterruptedException {
        String buttons = buttons();
        Act message = place -> person.send(Integer.toString(place));
        Act click = place -> person.post("/interactions", click(buttons, place));
        receiver.onInteraction(interaction -> threads.execute(() -> answer(interaction)));
        measure(message, each / 4);
        measure(click, each / 4);
        Result messages = measure(message, each);
        Result clicks = measure(click, each);
        return "interactions rate=%.0f/s p50=%.2fms p99=%.2fms message_rate=%.0f/s message_p50=%.2fms message_p99=%.2fms p50_ratio=%.2f"
                .formatted(
                        clicks.rate(),
                        clicks.p50(),
                        clicks.p99(),
                        messages.rate(),
                        messages.p50(),
                        messages.p99(),
                        clicks.p50() / messages.p50());
    }

    private Result measure(Act act, int times) throws InterruptedException {
        @SuppressWarnings("unchecked")
        SynchronousQueue<Long>[] answers = IntStream.range(0, places)
                .mapToObj(place -> new SynchronousQueue<Long>())
                .toArray(SynchronousQueue[]::new);
        receiver.onMessage(content -> {
            // The message with the buttons has none.
            if (!content.isEmpty()) {
                hand(answers[Integer.parseInt(content)]);
            }
        });
        int turns = times / places;
        long[] taken = new long[turns * places];
        Phaser done = new Phaser(1);
        long start = System.nanoTime();
        for (int place = 0; place < places; place++) {
            int mine = place;
            done.register();
            threads.execute(() -> {
                for (int turn = 0; turn < turns; turn++) {
                    taken[turn * places + mine] = wait(act, mine, answers[mine]);
                }
                done.arriveAndDeregister();
            });
        }
        done.awaitAdvance(done.arriveAndDeregister());
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(taken);
        return new Result(taken.length / seconds, at(taken, 0.50), at(taken, 0.99));
    }

    private void hand(SynchronousQueue<Long> place) {
        long now = System.nanoTime();
        threads.execute(() -> {
            try {
                place.offer(now, PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** From the request on; what is received before the request is answered counts too. */
    private static long wait(Act act, int place, SynchronousQueue<Long> answer) {
        try {
            long sent = System.nanoTime();
            act.at(place);
            Long received = answer.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (received == null) {
                throw new IllegalStateException("an answer was never received");
            }
            return received - sent;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(JsonNode interaction) {
        try {
            bot.post(
                    "/interactions/" + interaction.path("id").asText() + "/"
                            + interaction.path("token").asText() + "/callback",
                    "{\"type\": 4, \"data\": {\"content\": \"%s\"}}"
                            .formatted(
                                    interaction.path("data").path("custom_id").asText()));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A message with a button for each place; its id. */
    private String buttons() throws IOException, InterruptedException {
        String rows = IntStream.range(0, (places + IN_ROW - 1) / IN_ROW)
                .mapToObj(row -> IntStream.range(row * IN_ROW, Math.min(places, (row + 1) * IN_ROW))
                        .mapToObj("{\"type\": 2, \"style\": 1, \"label\": \"click\", \"custom_id\": \"%d\"}"::formatted)
                        .collect(Collectors.joining(", ", "{\"type\": 1, \"components\": [", "]}")))
                .collect(Collectors.joining(", "));
        return bot.post("/channels/" + bot.channel() + "/messages", "{\"components\": [" + rows + "]}")
                .path("id")
                .asText();
    }

    private String click(String message, int place) {
        return """
            {"type": 3, "application_id": "%s", "guild_id": "%s", "channel_id": "%s", "message_id": "%s",
             "session_id": "bench", "message_flags": 0, "data": {"component_type": 2, "custom_id": "%d"}}\
            """.formatted(person.application(), person.guild(), person.channel(), message, place);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }
}
