package io.guildhall.guild.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.Town;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PictureMarks;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever replaces a picture, or deletes what shows it, lets it go; whatever shows it, keeps it. */
class RowPicturesTest {
    private static final long MEMBER = 1_000_002;
    private static final String FIRST = "data:image/png;base64,first";
    private static final String SECOND = "data:image/png;base64,second";

    private final TestGuild guild = new TestGuild();

    @Test
    void thoseOfAGuildGoWithTheNextOnesAndWithTheGuild() {
        for (String field : List.of("icon", "splash", "banner", "discovery_splash", "home_header")) {
            change(field, '"' + FIRST + field + '"');
            change(field, '"' + SECOND + field + '"');
            assertThat(goneInGuild(FIRST + field)).as(field).isTrue();
            assertThat(keptInGuild(SECOND + field)).as(field).isTrue();
        }
        change("icon", "null");
        assertThat(goneInGuild(SECOND + "icon")).isTrue();

        guild.run(Calls.of("deleteGuild", TestGuild.OWNER).path("guild_id", guild.id()));
        assertThat(goneInGuild(SECOND + "banner")).isTrue();
    }

    @Test
    void aNewGuildKeepsItsIcon() {
        try (Town town = new Town()) {
            long owner = town.person("owner");
            long id = town.nextId();
            town.rest(
                    Keys.guild(id),
                    "createGuild",
                    owner,
                    Map.of("guild_id", Town.text(id)),
                    "",
                    "{\"name\":\"x\",\"icon\":\"ab\"}");
            assertThat(kept(town.rows(), "ab")).isTrue();
        }
    }

    @Test
    void thoseOfRolesGoWithTheNextOnesAndWithTheRoleAndWithTheGuild() {
        long role = guild.role("one", 0, 1);
        long other = guild.role("two", 0, 1);
        icon(role, FIRST);
        icon(role, SECOND);
        icon(other, FIRST + "other");
        assertThat(goneInGuild(FIRST)).isTrue();
        assertThat(keptInGuild(SECOND)).isTrue();

        guild.run(Calls.of("deleteRole", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role));
        assertThat(goneInGuild(SECOND)).isTrue();

        guild.run(Calls.of("deleteGuild", TestGuild.OWNER).path("guild_id", guild.id()));
        assertThat(goneInGuild(FIRST + "other")).isTrue();
    }

    @Test
    void thoseOfMembersGoWithTheNextOnesAndWhoeverLeaves() {
        guild.join(MEMBER, "member");
        own(MEMBER, "avatar", FIRST);
        own(MEMBER, "avatar", SECOND);
        own(MEMBER, "banner", SECOND + "banner");
        assertThat(goneInGuild(FIRST)).isTrue();
        assertThat(keptInGuild(SECOND)).isTrue();

        guild.run(Calls.of("kickMember", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER));
        assertThat(goneInGuild(SECOND)).isTrue();
        assertThat(goneInGuild(SECOND + "banner")).isTrue();
    }

    @Test
    void thoseOfMembersGoWithTheGuild() {
        guild.join(MEMBER, "member");
        own(MEMBER, "avatar", FIRST);
        guild.run(Calls.of("deleteGuild", TestGuild.OWNER).path("guild_id", guild.id()));
        assertThat(goneInGuild(FIRST)).isTrue();
    }

    @Test
    void theOneOfARefusedRequestIsNeitherKeptNorGone() {
        guild.join(MEMBER, "member");
        guild.refusal(
                Calls.of("updateGuild", MEMBER).path("guild_id", guild.id()).body("{\"icon\":\"" + FIRST + "\"}"));
        assertThat(mark(guild.storage(), FIRST)).isEmpty();
    }

    @Test
    void thoseOfAccountsGoWithTheNextOnes() {
        try (Town town = new Town()) {
            long alice = town.person("alice");
            for (String field : List.of("avatar", "banner")) {
                account(town, alice, field, "a1" + field);
                account(town, alice, field, "b2" + field);
                assertThat(gone(town.rows(), "a1" + field)).isTrue();
                assertThat(kept(town.rows(), "b2" + field)).isTrue();
            }
        }
    }

    @Test
    void thoseOfAnApplicationAndItsBotGoWithTheNextOnesAndWithTheApplication() {
        try (Town town = new Town()) {
            long alice = town.person("alice");
            long bot = town.bot("robot", alice);
            for (String field : List.of("icon", "cover_image")) {
                application(town, bot, alice, "updateApplication", "{\"" + field + "\":\"a1" + field + "\"}");
                application(town, bot, alice, "updateApplication", "{\"" + field + "\":\"b2" + field + "\"}");
                assertThat(gone(town.rows(), "a1" + field)).as(field).isTrue();
                assertThat(kept(town.rows(), "b2" + field)).as(field).isTrue();
            }
            account(town, bot, "avatar", "c3");

            application(town, bot, alice, "deleteApplication", "");
            for (String name : List.of("b2icon", "b2cover_image", "c3")) {
                assertThat(gone(town.rows(), name)).as(name).isTrue();
            }
            assertThat(town.rows().row(Users.TABLE, bot).orElseThrow().find(Users.AVATAR))
                    .isEmpty();
        }
    }

    @Test
    void noRowThatCanShowPicturesIsWrittenWithoutAThoughtOfThem() {
        RowView row = Rows.create(Users.TABLE, 1L);
        assertThatThrownBy(() -> Rows.write(row)).isInstanceOf(IllegalArgumentException.class);
    }

    private void change(String field, String value) {
        guild.run(Calls.of("updateGuild", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .body("{\"" + field + "\":" + value + "}"));
    }

    private void icon(long role, String picture) {
        guild.run(Calls.of("updateRole", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"icon\":\"" + picture + "\"}"));
    }

    private void own(long member, String field, String picture) {
        guild.run(Calls.of("updateMyMember", member)
                .path("guild_id", guild.id())
                .body("{\"" + field + "\":\"" + picture + "\"}"));
    }

    private static void account(Town town, long user, String field, String picture) {
        Town.json(town.rest(
                Keys.user(user), "updateMyUser", user, Map.of(), "", "{\"" + field + "\":\"" + picture + "\"}"));
    }

    private static void application(Town town, long bot, long caller, String operation, String body) {
        Outcome outcome =
                town.rest(Keys.user(bot), operation, caller, Map.of("application_id", Snowflake.format(bot)), "", body);
        assertThat(outcome.hasSuccess()).isTrue();
    }

    private boolean keptInGuild(String name) {
        return kept(guild.storage(), name);
    }

    private boolean goneInGuild(String name) {
        return gone(guild.storage(), name);
    }

    private static boolean kept(StorageFacade storage, String name) {
        RowView mark = mark(storage, name).orElseThrow();
        return mark.get(PictureMarks.CARRIED, false) && !mark.get(PictureMarks.GONE, false);
    }

    private static boolean gone(StorageFacade storage, String name) {
        return mark(storage, name).orElseThrow().get(PictureMarks.GONE, false);
    }

    private static Optional<RowView> mark(StorageFacade storage, String name) {
        return storage.row(PictureMarks.TABLE, PictureMarks.shard(name), name);
    }
}
