package io.guildhall.libraries.stage;

import java.util.List;
import java.util.Map;

/** What the person does in a step, and what of it must have been heard: the same for every library. */
public final class Scenes {
    private Scenes() {}

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
