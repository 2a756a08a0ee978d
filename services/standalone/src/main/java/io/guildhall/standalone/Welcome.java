package io.guildhall.standalone;

import java.nio.file.Path;

/** The texts that a person reads in the terminal. */
final class Welcome {
    private Welcome() {}

    static String ready(Endpoints endpoints, Path data) {
        return """
                Guildhall is ready.
                  REST     %s
                  Gateway  %s
                  Data     %s
                """.formatted(endpoints.api(), endpoints.gateway(), data);
    }

    static String firstSteps(Endpoints endpoints) {
        return """
                First steps
                  1. Make a bot (this also makes its owner's account and a guild for it), in another terminal:
                       ./guildhall bot --url %1$s
                  2. Point your client library at this instance, with the token that the command printed:

                     discord.js
                       const client = new Client({ intents, rest: { api: '%1$s' } });
                       await client.login(token);

                     JDA
                       RestConfig rest = new RestConfig().setBaseUrl("%1$s/v10/");
                       SessionController sessions = new ConcurrentSessionController() {
                         @Override public String getGateway() { return "%2$s"; }
                       };
                       JDABuilder.createDefault(token).setRestConfig(rest).setSessionController(sessions).build();

                     discord.py
                       discord.http.Route.BASE = '%1$s/v10'
                       discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL('%2$s')

                  People register with POST %1$s/v10/auth/register {username, email, password, date_of_birth, consent}.
                """.formatted(endpoints.api(), endpoints.gateway());
    }
}
