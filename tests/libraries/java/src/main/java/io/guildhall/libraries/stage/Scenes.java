package io.guildhall.libraries.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the person does in a step, and what of it must have been heard: the same for every library. */
public final class Scenes {
    private static final int BURST = 25;

    /** A slow machine meets no limit with a few. */
    private static final int BURSTS = 8;

    private Scenes() {}

    /**
     * Sends more than may be sent at once until a rate limit was met; everything arrives, and nothing is sent against the limit.
     *
     * @param send a content; what was sent
     */
    public static void untilLimited(Function<String, CompletableFuture<String>> send) throws Exception {
        JsonNode counted = Stage.ask("limits", Map.of());
        for (int burst = 0; burst < BURSTS && counted.path("met").asInt() == 0; burst++) {
            String name = "burst " + burst + " ";
            List<String> contents =
                    IntStream.range(0, BURST).mapToObj(number -> name + number).toList();
            List<CompletableFuture<String>> sent = contents.stream().map(send).toList();
            Steps.equal(sent.stream().map(CompletableFuture::join).toList(), contents);
            counted = Stage.ask("limits", Map.of());
        }
        Steps.check("a limit was met", counted.path("met").asInt() > 0);
        Steps.equal(counted.path("broken").asInt(), 0);
    }

    /** Speaks in a channel that is hidden from who listens, then in the open; the hidden channel's id. */
    public static String behindClosedDoors(Steps.Contents heard) throws Exception {
        String hidden = Stage.ask("hide", Map.of()).path("id").asText();
        Stage.say(hidden, "behind closed doors");
        Stage.say(Stage.CHANNEL, "in the open");
        Steps.until("the open message came", () -> !heard.all().isEmpty());
        Steps.equal(heard.all(), List.of("in the open"));
        return hidden;
    }

    /** Counts before, during and after a cut of the connection; each number is heard once, in order. */
    public static void acrossACut(Steps.Contents heard, Steps.Step resumed) throws Exception {
        Stage.count(0, 5);
        Stage.ask("cut", Map.of());
        Stage.count(5, 15);
        resumed.take();
        Stage.count(15, 20);
        Steps.until("the last message came", () -> heard.all().contains("number 19"));
        Steps.equal(Stage.numbersIn(heard.all()), Stage.numbers(20));
    }

    /** Speaks twice to who has no intent for contents: only what mentions the second bot has one. */
    public static void notForBots(Steps.Contents heard) throws Exception {
        String mention = "for you <@" + Stage.SECOND_BOT + ">";
        Stage.say(Stage.CHANNEL, "not for bots");
        Stage.say(Stage.CHANNEL, mention);
        Steps.until("both came", () -> heard.all().size() >= 2);
        Steps.equal(heard.all(), List.of("", mention));
    }
}
