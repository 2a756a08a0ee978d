package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import discord4j.core.event.domain.guild.GuildCreateEvent;
import discord4j.gateway.intent.IntentSet;
import discord4j.rest.util.Permission;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;

/** Leads Discord4J through all steps. */
public final class Discord4j {
    private Discord4j() {}

    public static void main(String[] arguments) {
        Bot bot = new Bot(Stage.TOKEN, IntentSet.all(), 1);
        Steps steps = new Steps().add("ready", () -> ready(bot));
        new MessageSteps(bot).addTo(steps);
        new GuildSteps(bot).addTo(steps);
        new PeopleSteps(bot).addTo(steps);
        new PostSteps(bot).addTo(steps);
        new SessionSteps(bot).addTo(steps);
        steps.take();
    }

    private static void ready(Bot bot) throws Exception {
        bot.start();
        bot.arrivals.next(GuildCreateEvent.class);
        equal(bot.client().getSelfId(), Bot.SELF);
        equal(bot.guild().getOwnerId(), Bot.OWNER);
        check("the channel is there", bot.channel() != null);
        check(
                "everybody has a role",
                bot.guild().getEveryoneRole().block().getId().equals(Bot.GUILD));
        check(
                "it is an administrator",
                bot.guild()
                        .getSelfMember()
                        .flatMap(member -> member.getBasePermissions())
                        .block()
                        .contains(Permission.ADMINISTRATOR));
    }
}
