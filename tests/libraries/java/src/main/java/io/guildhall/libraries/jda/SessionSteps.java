package io.guildhall.libraries.jda;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import io.guildhall.libraries.stage.Scenes;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.OnlineStatus;
import net.dv8tion.jda.api.entities.Activity;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;
import net.dv8tion.jda.api.events.user.update.UserUpdateActivitiesEvent;
import net.dv8tion.jda.api.requests.GatewayIntent;

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

    private void presence() throws Exception {
        Bot second = new Bot(Stage.SECOND_TOKEN, Jda.ALL).start();
        second.channel().sendTyping().complete();
        bot.arrivals.next(
                UserTypingEvent.class, event -> event.getUser().getId().equals(Stage.SECOND_BOT));
        second.jda().getPresence().setPresence(OnlineStatus.IDLE, Activity.playing("the hall"));
        UserUpdateActivitiesEvent changed = bot.arrivals.next(
                UserUpdateActivitiesEvent.class,
                event -> event.getMember().getId().equals(Stage.SECOND_BOT)
                        && !event.getNewValue().isEmpty());
        equal(changed.getNewValue().getFirst().getName(), "the hall");
        Steps.until("the other is idle", () -> changed.getMember().getOnlineStatus() == OnlineStatus.IDLE);
        second.quit();
    }

    private void hidden() throws Exception {
        Bot second = new Bot(Stage.SECOND_TOKEN, Jda.ALL).start();
        String hidden = Scenes.behindClosedDoors(second.heard);
        TextChannel channel = second.jda().getTextChannelById(hidden);
        check("its name is not told", channel == null || channel.getName().equals("___hidden___"));
        second.quit();
    }

    private void resume() throws Exception {
        Scenes.acrossACut(bot.heard, () -> bot.arrivals.next(SessionResumeEvent.class));
    }

    private void intents() throws Exception {
        Bot second = new Bot(Stage.SECOND_TOKEN, EnumSet.of(GatewayIntent.GUILD_MESSAGES)).start();
        Scenes.notForBots(second.heard);
        second.quit();
    }

    private void shards() throws Exception {
        bot.quit();
        int home = (int) ((Long.parseUnsignedLong(Stage.GUILD) >>> 22) % 2);
        Bot here = new Bot(Stage.TOKEN, Jda.ALL).shard(home, 2).start();
        Bot elsewhere = new Bot(Stage.TOKEN, Jda.ALL).shard(1 - home, 2).start();
        check("the guild is on its shard", here.guild() != null && elsewhere.guild() == null);
        Stage.count(0, 3);
        Steps.until("the last message came", () -> here.heard.all().contains("number 2"));
        equal(Stage.numbersIn(here.heard.all()), Stage.numbers(3));
        equal(elsewhere.heard.all(), List.of());
        here.quit();
        elsewhere.quit();
    }
}
