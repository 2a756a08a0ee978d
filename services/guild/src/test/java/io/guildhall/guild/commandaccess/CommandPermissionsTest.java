package io.guildhall.guild.commandaccess;

import static io.guildhall.guild.commandaccess.AppWithCommands.ANN;
import static io.guildhall.guild.commandaccess.AppWithCommands.BOT;
import static io.guildhall.guild.commandaccess.AppWithCommands.GLOBAL;
import static io.guildhall.guild.commandaccess.AppWithCommands.LOCAL;
import static io.guildhall.guild.commandaccess.AppWithCommands.grant;
import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.CommandPermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandPermissionsTest {
    private static final int REFUSED = ErrorCode.MISSING_PERMISSIONS.number();

    private final AppWithCommands app = new AppWithCommands();
    private final long role = app.guild.role("Players", 0, 1);

    @Test
    void whatIsDecidedIsShownToldAndWrittenDown() {
        JsonNode set = app.guild.run(app.set(OWNER, GLOBAL, grant(role, 1, true), grant(ANN, 2, false)));

        assertThat(set.path("id").asText()).isEqualTo(Long.toString(GLOBAL));
        assertThat(set.path("permissions")).hasSize(2);
        List<Event> told = app.guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("APPLICATION_COMMAND_PERMISSIONS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getOnlyUsersList()).containsExactly(BOT);
        assertThat(Json.parse(told.getFirst().getPayload())).isEqualTo(set);
        JsonNode entry = Json.parse(told.getLast().getPayload());
        assertThat(entry.path("action_type").asInt()).isEqualTo(121);
        assertThat(entry.path("target_id").asText()).isEqualTo(Long.toString(GLOBAL));
        assertThat(entry.at("/options/application_id").asText()).isEqualTo(Long.toString(BOT));
        assertThat(entry.at("/changes/1/key").asText()).isEqualTo(Long.toString(ANN));
        Calls one = app.about("getCommandPermissions", BOT).bot().path("command_id", GLOBAL);
        assertThat(app.guild.run(one)).isEqualTo(set);
        assertThat(app.guild.run(app.about("listCommandPermissions", BOT).bot()))
                .containsExactly(set);

        app.grant(GLOBAL);
        assertThat(app.guild.refusal(one)).isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND_PERMISSIONS.number());
    }

    @Test
    void theMembersOwnGrantComesBeforeThoseOfRolesAndThoseBeforeEverybodys() {
        app.grant(GLOBAL, grant(app.guild.id(), 1, false));
        assertThat(app.guild.refusal(app.run(ANN, GLOBAL))).isEqualTo(REFUSED);
        app.guild.run(app.run(OWNER, GLOBAL));

        app.guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", app.guild.id())
                .path("user_id", ANN)
                .path("role_id", role));
        app.grant(GLOBAL, grant(app.guild.id(), 1, false), grant(role, 1, true));
        app.guild.run(app.run(ANN, GLOBAL));

        app.grant(GLOBAL, grant(role, 1, true), grant(ANN, 2, false));
        assertThat(app.guild.refusal(app.run(ANN, GLOBAL))).isEqualTo(REFUSED);
    }

    @Test
    void aChannelsOwnGrantComesBeforeThatOfAll() {
        app.grant(LOCAL, grant(app.guild.id() - 1, 3, false));
        assertThat(app.guild.refusal(app.run(ANN, LOCAL))).isEqualTo(REFUSED);

        app.grant(LOCAL, grant(app.guild.id() - 1, 3, false), grant(app.channel, 3, true));
        app.guild.run(app.run(ANN, LOCAL));
    }

    @Test
    void whatIsDecidedOfAChannelHoldsInItsThreads() {
        long thread = app.thread();
        app.grant(LOCAL, grant(app.channel, 3, false));
        assertThat(app.guild.refusal(app.run(ANN, LOCAL, thread))).isEqualTo(REFUSED);

        app.grant(LOCAL, grant(app.guild.id() - 1, 3, false), grant(app.channel, 3, true));
        app.guild.run(app.run(ANN, LOCAL, thread));
    }

    @Test
    void whatIsDecidedOfAllCommandsHoldsForThoseOnWhichNothingElseIs() {
        app.grant(BOT, grant(ANN, 2, false));
        assertThat(app.guild.refusal(app.run(ANN, GLOBAL))).isEqualTo(REFUSED);

        app.grant(GLOBAL, grant(ANN, 2, true));
        app.guild.run(app.run(ANN, GLOBAL));
        assertThat(app.guild.refusal(app.run(ANN, LOCAL))).isEqualTo(REFUSED);
    }

    @Test
    void aCommandsOwnGrantStandsInForThePermissionsThatItAsksFor() {
        app.command(0, GLOBAL, "ask", "0");
        assertThat(app.guild.refusal(app.run(ANN, GLOBAL))).isEqualTo(REFUSED);
        app.grant(BOT, grant(ANN, 2, true));
        assertThat(app.guild.refusal(app.run(ANN, GLOBAL))).isEqualTo(REFUSED);

        app.grant(GLOBAL, grant(ANN, 2, true));
        app.guild.run(app.run(ANN, GLOBAL));
    }

    @Test
    void onlyWhoManagesWhatItIsAboutMayDecide() {
        long manager = 2_000_009;
        long managers = app.guild.role("Managers", Permission.of(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES), 2);
        app.guild.join(manager, "manager", managers);
        assertThat(app.guild.refusal(app.set(ANN, GLOBAL, grant(ANN, 2, true)))).isEqualTo(REFUSED);
        assertThat(app.guild.refusal(app.set(manager, GLOBAL, grant(managers, 1, true))))
                .isEqualTo(REFUSED);
        assertThat(app.guild.refusal(app.set(manager, GLOBAL, grant(OWNER, 2, true))))
                .isEqualTo(REFUSED);
        assertThat(app.guild.refusal(app.set(manager, GLOBAL, grant(app.channel, 3, true))))
                .isEqualTo(REFUSED);
        app.guild.run(app.set(manager, GLOBAL, grant(role, 1, true), grant(ANN, 2, true)));
        app.command(0, GLOBAL, "ask", "8");
        assertThat(app.guild.refusal(app.set(manager, LOCAL + 5))).isEqualTo(10063);
        app.grant(GLOBAL);
        assertThat(app.guild.refusal(app.set(manager, GLOBAL, grant(role, 1, true))))
                .isEqualTo(REFUSED);
    }

    @Test
    void itMustBeAboutSomethingThatIsThere() {
        assertThat(app.guild.refusal(app.set(OWNER, GLOBAL, grant(5, 1, true))))
                .isEqualTo(ErrorCode.UNKNOWN_ROLE.number());
        assertThat(app.guild.refusal(app.set(OWNER, GLOBAL, grant(5, 2, true))))
                .isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(app.guild.refusal(app.set(OWNER, GLOBAL, grant(5, 3, true))))
                .isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
        assertThat(app.guild.refusal(app.set(OWNER, GLOBAL, grant(role, 1, true), grant(role, 1, false))))
                .isEqualTo(50035);
        assertThat(app.guild.refusal(app.about("listCommandPermissions", 77).bot()))
                .isNotZero();
    }

    @Test
    void aBotThatLeavesTakesThemAlong() {
        app.grant(GLOBAL, grant(role, 1, true));
        app.guild.run(
                Calls.of("kickMember", OWNER).path("guild_id", app.guild.id()).path("user_id", BOT));

        assertThat(app.guild.storage().all(CommandPermissions.TABLE, app.guild.id(), BOT))
                .isEmpty();
        assertThat(app.guild.state().members().bots()).isEmpty();
    }
}
