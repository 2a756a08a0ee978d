package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import discord4j.common.util.Snowflake;
import discord4j.core.event.domain.PresenceUpdateEvent;
import discord4j.core.event.domain.channel.TypingStartEvent;
import discord4j.core.event.domain.guild.GuildCreateEvent;
import discord4j.core.event.domain.lifecycle.ResumeEvent;
import discord4j.core.object.entity.channel.TextChannel;
import discord4j.core.object.presence.ClientActivity;
import discord4j.core.object.presence.ClientPresence;
import discord4j.core.object.presence.Status;
import discord4j.gateway.intent.Intent;
import discord4j.gateway.intent.IntentSet;
import io.guildhall.libraries.stage.Scenes;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;

/** Steps with more than one session. */
final class SessionSteps {
    private final Bot bot;

    SessionSteps(Bot bot) {
        this.bot = bot;
    }

    void addTo(Steps steps) {
        steps.add("presence", this::presence)
                .add("hidden", this::hidden)
                .add("resume", this::resume)
                .add("intents", this::intents)
                .add("shards", this::shards);
    }

    private static Bot second(IntentSet intents) throws InterruptedException {
        Bot second = new Bot(Stage.SECOND_TOKEN, intents, 1).start();
        if (intents.contains(Intent.GUILDS)) {
            second.arrivals.next(GuildCreateEvent.class);
        }
        return second;
    }

    private void presence() throws Exception {
        Bot second = second(IntentSet.all());
        second.channel().type().block();
        bot.arrivals.next(TypingStartEvent.class, event -> event.getUserId().equals(Bot.SECOND));
        second.client()
                .updatePresence(ClientPresence.idle(ClientActivity.playing("the hall")))
                .block();
        PresenceUpdateEvent changed = bot.arrivals.next(
                PresenceUpdateEvent.class,
                event -> event.getUserId().equals(Bot.SECOND)
                        && event.getCurrent().getActivity().isPresent());
        equal(changed.getCurrent().getStatus(), Status.IDLE);
        equal(changed.getCurrent().getActivity().orElseThrow().getName(), "the hall");
        second.quit();
    }

    private void hidden() throws Exception {
        Bot second = second(IntentSet.all());
        Snowflake hidden = Snowflake.of(Scenes.behindClosedDoors(second.heard));
        check(
                "its name is not told",
                second.client()
                        .getGuildChannels(Bot.GUILD)
                        .ofType(TextChannel.class)
                        .filter(channel -> channel.getId().equals(hidden))
                        .all(channel -> channel.getName().equals("___hidden___"))
                        .block());
        second.quit();
    }

    private void resume() throws Exception {
        Scenes.acrossACut(bot.heard, () -> bot.arrivals.next(ResumeEvent.class));
    }

    private void intents() throws Exception {
        Bot second = second(IntentSet.of(Intent.GUILD_MESSAGES));
        Scenes.notForBots(second.heard);
        second.quit();
    }

    private void shards() throws Exception {
        bot.quit();
        Bot sharded = new Bot(Stage.TOKEN, IntentSet.all(), 2).start();
        GuildCreateEvent created = sharded.arrivals.next(GuildCreateEvent.class);
        int home = (int) ((Long.parseUnsignedLong(Stage.GUILD) >>> 22) % 2);
        equal(created.getShardInfo().getIndex(), home);
        Stage.count(0, 3);
        Steps.until("the last message came", () -> sharded.heard.all().contains("number 2"));
        equal(Stage.numbersIn(sharded.heard.all()), Stage.numbers(3));
        sharded.quit();
    }
}
