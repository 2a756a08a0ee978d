package io.guildhall.guild.commandindex;

import static io.guildhall.guild.commandaccess.AppWithCommands.ANN;
import static io.guildhall.guild.commandaccess.AppWithCommands.BOT;
import static io.guildhall.guild.commandaccess.AppWithCommands.GLOBAL;
import static io.guildhall.guild.commandaccess.AppWithCommands.LOCAL;
import static io.guildhall.guild.commandaccess.AppWithCommands.grant;
import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.commandaccess.AppWithCommands;
import io.guildhall.guild.fakes.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandIndexTest {
    private final AppWithCommands app = new AppWithCommands();

    @Test
    void anIndexListsTheCommandsOfEverywhereAndOfTheGuild() {
        JsonNode index = inGuild(ANN);

        assertThat(names(index)).containsExactly("ask", "here");
        assertThat(index.path("version").asText()).isEqualTo("7");
        assertThat(index.path("applications")).singleElement().satisfies(shown -> {
            assertThat(shown.path("id").asText()).isEqualTo(Long.toString(BOT));
            assertThat(shown.at("/bot/username").asText()).isEqualTo("robot");
            assertThat(shown.has("verify_key")).isFalse();
        });
    }

    @Test
    void whatSomebodyMayUseNowhereIsNotListed() {
        app.grant(LOCAL, grant(ANN, 2, false));

        assertThat(names(inGuild(ANN))).containsExactly("ask");
        assertThat(names(inGuild(OWNER))).containsExactly("ask", "here");
    }

    @Test
    void whatIsGrantedStandsByTheCommandAndByTheApplication() {
        app.grant(GLOBAL, grant(ANN, 2, true), grant(app.channel, 3, false));
        app.grant(BOT, grant(app.guild.id(), 1, true));
        JsonNode index = inGuild(ANN);

        assertThat(index.at("/application_commands/0/permissions/user").asBoolean())
                .isTrue();
        assertThat(index.at("/application_commands/0/permissions/channels/" + app.channel)
                        .asBoolean(true))
                .isFalse();
        assertThat(index.at("/application_commands/1").has("permissions")).isFalse();
        assertThat(index.at("/applications/0/permissions/roles/" + app.guild.id())
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aChannelListsWhatMayBeUsedInIt() {
        app.command(0, GLOBAL, "ask", "32");
        app.grant(LOCAL, grant(app.channel, 3, false));

        assertThat(names(inChannel(ANN))).isEmpty();
        assertThat(names(inGuild(ANN))).containsExactly("ask", "here");
        assertThat(names(inChannel(OWNER))).containsExactly("ask", "here");
    }

    @Test
    void whatIsForAdultsIsListedInChannelsThatAre() {
        app.command(0, GLOBAL, "ask", null, true);
        long thread = app.thread();
        assertThat(names(inChannel(ANN))).containsExactly("here");
        assertThat(names(in(ANN, thread))).containsExactly("here");

        app.guild.run(
                Calls.of("updateChannel", OWNER).path("channel_id", app.channel).body("{\"nsfw\":true}"));

        assertThat(names(inChannel(ANN))).containsExactly("ask", "here");
        assertThat(names(in(ANN, thread))).containsExactly("ask", "here");
    }

    @Test
    void aThreadListsWhatItsChannelDoes() {
        long thread = app.thread();
        app.grant(LOCAL, grant(app.channel, 3, false));

        assertThat(names(in(ANN, thread))).containsExactly("ask");
        assertThat(names(in(OWNER, thread))).containsExactly("ask", "here");
    }

    @Test
    void aBotIsKnownAfterTheGuildIsLoadedAnew() {
        app.guild.reload();

        assertThat(names(inGuild(ANN))).containsExactly("ask", "here");
    }

    private JsonNode inGuild(long user) {
        return app.guild.run(Calls.of("getGuildCommandIndex", user).path("guild_id", app.guild.id()));
    }

    private JsonNode inChannel(long user) {
        return in(user, app.channel);
    }

    private JsonNode in(long user, long channel) {
        return app.guild.run(Calls.of("getChannelCommandIndex", user).path("channel_id", channel));
    }

    private static List<String> names(JsonNode index) {
        return index.path("application_commands").findValuesAsText("name");
    }
}
