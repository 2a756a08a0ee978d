package io.guildhall.tests.acceptance;

import java.util.Collection;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** JDA pointed at the instance under test, and otherwise as it comes. */
final class JdaBot {
    private JdaBot() {}

    static JDABuilder of(Instance instance, String token, String gateway, Collection<GatewayIntent> intents) {
        return JDABuilder.createDefault(token, intents)
                .setRestConfig(new RestConfig().setBaseUrl(instance.restBase()))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return gateway;
                    }
                });
    }
}
