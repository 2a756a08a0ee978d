package io.guildhall.libraries.jda;

import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.requests.GatewayIntent;

/** Leads JDA through all steps. */
public final class Jda {
    static final Set<GatewayIntent> ALL = EnumSet.allOf(GatewayIntent.class);

    private Jda() {}

    public static void main(String[] arguments) {
        Bot bot = new Bot(Stage.TOKEN, ALL);
        Steps steps = new Steps().add("ready", () -> bot.start().isReady());
        new MessageSteps(bot).addTo(steps);
        new GuildSteps(bot).addTo(steps);
        new PeopleSteps(bot).addTo(steps);
        new PostSteps(bot).addTo(steps);
        new SessionSteps(bot).addTo(steps);
        steps.take();
    }
}
