package io.guildhall.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.account.Entrance;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.SecondFactors;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Roles, people and guilds in the hands of those who look after an instance. */
class AdministrationTest {
    private final Office office = new Office();
    private final Entrance entrance = office.entrance;
    private final long boss = office.person("boss");
    private final long helper = office.person("helper");
    private final long eve = office.personWithPassword("eve");

    @Test
    void nobodyAdministersBeforeTheOperatorNamesSomebody() {
        assertThat(office.administrators.role(boss)).isEmpty();
        refused(ErrorCode.MISSING_PERMISSIONS, () -> name(Office.login(boss), boss, "administrator"));

        name(Identity.operator(), boss, "administrator");
        name(Office.login(boss), helper, "moderator");

        JsonNode all = office.call(AdminOperations.LIST_ADMINISTRATORS, Office.login(boss), Map.of(), "");
        assertThat(all.findValuesAsText("username")).containsExactlyInAnyOrder("boss", "helper");
        assertThat(all.findValuesAsText("named_by")).contains("0", Snowflake.format(boss));
        refused(ErrorCode.MISSING_PERMISSIONS, () -> name(Office.login(helper), eve, "moderator"));
    }

    @Test
    void everybodyIsToldWhetherThereIsAnythingForThemToAdminister() {
        name(Identity.operator(), boss, "administrator");
        name(Identity.operator(), helper, "moderator");

        assertThat(role(boss)).isEqualTo("administrator");
        assertThat(role(helper)).isEqualTo("moderator");
        assertThat(role(eve)).isNull();
    }

    @Test
    void whoIsTakenTheRoleHasNoneAtOnce() {
        name(Identity.operator(), boss, "administrator");
        name(Identity.operator(), helper, "administrator");
        office.call(AdminOperations.REMOVE_ADMINISTRATOR, Office.login(helper), user(boss), "");

        refused(ErrorCode.MISSING_PERMISSIONS, () -> name(Office.login(boss), eve, "moderator"));
        refused(
                ErrorCode.UNKNOWN_USER,
                () -> office.call(AdminOperations.REMOVE_ADMINISTRATOR, Identity.operator(), user(boss), ""));
        name(Identity.operator(), boss, "moderator");
        assertThat(office.administrators.role(boss)).contains(AdminRole.MODERATOR);
    }

    @Test
    void applicationsAndBotsAdministerNothingWhoeverTheySpeakFor() {
        name(Identity.operator(), boss, "administrator");

        assertThat(office.administrators.role(new Identity(boss, true, boss, 0)))
                .isEmpty();
        assertThat(office.administrators.role(Identity.granted(boss, new Grant(1, 2, Set.of(), Long.MAX_VALUE))))
                .isEmpty();
    }

    @Test
    void aPersonIsFoundByNameAddressAndId() {
        for (String query : List.of("EVE", "eve@example.org", Snowflake.format(eve))) {
            JsonNode found = office.call(
                    AdminOperations.FIND_ACCOUNTS,
                    Identity.operator(),
                    Map.of(),
                    Json.object().put("query", query),
                    "");
            assertThat(found).as(query).hasSize(1);
            assertThat(found.get(0).path("email").asText()).isEqualTo("eve@example.org");
        }
        assertThat(office.call(
                        AdminOperations.FIND_ACCOUNTS,
                        Identity.operator(),
                        Map.of(),
                        Json.object().put("query", "99999999999999999999"),
                        ""))
                .isEmpty();
    }

    @Test
    void whoIsCalledLikeTheIdOfAnotherIsNotTakenForThem() {
        office.person(Snowflake.format(eve));

        JsonNode found = office.call(
                AdminOperations.FIND_ACCOUNTS,
                Identity.operator(),
                Map.of(),
                Json.object().put("query", Snowflake.format(eve)),
                "");

        assertThat(found.path(0).path("username").asText()).isEqualTo("eve");
    }

    @Test
    void aDisabledAccountIsOutAndStaysOut() {
        String token = entrance.accounts.enter(entrance.accounts.know("eve", Entrance.PASSWORD), entrance.ids.next());
        disable(eve, true);

        assertThat(entrance.good(token)).isFalse();
        assertThat(told(StandingSteps.STEP)).contains("\"disabled\":true");
        entrance.set(Write.to(Users.TABLE, eve).set(Users.DISABLED, true));
        assertThatThrownBy(() ->
                        entrance.accounts.enter(entrance.accounts.know("eve", Entrance.PASSWORD), entrance.ids.next()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(20013));
        assertThatThrownBy(() -> entrance.accounts.know("eve", "wrong horse")).hasMessageContaining("Invalid Form");
        assertThat(entrance.accounts.logins(eve)).isEmpty();

        disable(eve, false);
        entrance.set(Write.to(Users.TABLE, eve).set(Users.DISABLED, false));
        entrance.accounts.enter(entrance.accounts.know("eve", Entrance.PASSWORD), entrance.ids.next());
    }

    @Test
    void moderatorsDoNothingToThoseWhoLookAfterTheInstanceAndNobodyToThemselves() {
        name(Identity.operator(), boss, "administrator");
        name(Identity.operator(), helper, "moderator");

        refused(ErrorCode.MISSING_PERMISSIONS, () -> disable(Office.login(helper), boss));
        refused(ErrorCode.MISSING_PERMISSIONS, () -> disable(Office.login(helper), helper));
        refused(ErrorCode.MISSING_PERMISSIONS, () -> disable(Office.login(boss), boss));
        disable(Office.login(boss), helper);
        disable(Office.login(helper), eve);
    }

    @Test
    void aReplacedPasswordIsToldOnceAndWrittenNowhere() {
        String password = office.call(AdminOperations.REPLACE_PASSWORD, Identity.operator(), user(eve), "")
                .path("password")
                .asText();

        assertThatThrownBy(() -> entrance.accounts.know("eve", Entrance.PASSWORD))
                .isInstanceOf(ApiException.class);
        entrance.accounts.know("eve", password);
        assertThat(audit().toString()).contains("replacePassword").doesNotContain(password);
    }

    /** The key of what codes are computed from is made from the secret of tokens. */
    @Test
    void aSecondFactorIsTakenAwayAlsoAfterTheSecretOfTokensBecameAnother() {
        entrance.set(Write.to(SecondFactors.TABLE, eve)
                .set(SecondFactors.SECRET, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .set(SecondFactors.LAST_STEP, 1L)
                .set(SecondFactors.CODES, "of another secret"));
        SecondFactorRecords factors = entrance.factors;
        assertThat(factors.asked(eve)).isTrue();

        office.call(AdminOperations.RESET_SECOND_FACTOR, Identity.operator(), user(eve), "");

        assertThat(factors.asked(eve)).isFalse();
        assertThat(told(StandingSteps.STEP)).contains("\"second_factor\":false");
    }

    @Test
    void guildsAreFoundSuspendedAndGivenToOthersByTheirOwner() {
        long guild = 77;
        entrance.set(Write.to(Guilds.TABLE, guild).set(Guilds.NAME, "Home").set(Guilds.OWNER_ID, eve));
        assertThat(guilds("77").findValuesAsText("name")).containsExactly("Home");

        office.call(AdminOperations.SUSPEND_GUILD, Identity.operator(), Map.of("guild_id", "77"), "");
        assertThat(told(GuildSteps.SUSPEND)).isEqualTo("{\"suspended\":true}");
        office.call(
                AdminOperations.TRANSFER_GUILD, Identity.operator(), Map.of("guild_id", "77"), "{\"owner_id\":\"5\"}");
        assertThat(told(GuildSteps.TRANSFER)).contains("\"owner_id\":\"5\"").contains("because");
        refused(
                ErrorCode.UNKNOWN_GUILD,
                () -> office.call(AdminOperations.GET_GUILD_RECORD, Identity.operator(), Map.of("guild_id", "78"), ""));
    }

    @Test
    void aGuildIsFoundByAnIdOfAnyLengthAndNumbersThatAreNoneFindNothing() {
        long guild = 1_577_272_413_186_424_832L;
        entrance.set(Write.to(Guilds.TABLE, guild).set(Guilds.NAME, "Home").set(Guilds.OWNER_ID, eve));

        assertThat(guilds(Snowflake.format(guild)).findValuesAsText("name")).containsExactly("Home");
        assertThat(guilds("9999999999999999999")).isEmpty();
    }

    @Test
    void whateverIsChangedIsWrittenDownWithWhatCameOfIt() {
        name(Identity.operator(), boss, "administrator");
        refused(ErrorCode.MISSING_PERMISSIONS, () -> disable(Office.login(boss), boss));
        entrance.clock.advance(Duration.ofDays(40));
        disable(Office.login(boss), eve);

        JsonNode entries = audit();
        assertThat(entries.findValuesAsText("action"))
                .containsExactly("updateAccount", "updateAccount", "setAdministrator");
        assertThat(entries.findValuesAsText("outcome")).containsExactly("done", "refused", "done");
        assertThat(entries.get(0).at("/target/user_id").asText()).isEqualTo(Snowflake.format(eve));
        assertThat(entries.get(0).at("/changes/disabled").asBoolean()).isTrue();
        assertThat(entries.get(0).path("reason").asText()).isEqualTo("because");
        JsonNode older = office.call(
                AdminOperations.LIST_ADMIN_AUDIT,
                Identity.operator(),
                Map.of(),
                Json.object().put("before", entries.get(1).path("id").asText()).put("limit", 5),
                "");
        assertThat(older.findValuesAsText("action")).containsExactly("setAdministrator");
    }

    @Test
    void anAccountEndsOnlyWithoutGuildsOfItsOwn() {
        office.call(AdminOperations.DELETE_ACCOUNT, Identity.operator(), user(eve), "");

        assertThat(entrance.owner.commands().stream()
                        .filter(Command::hasInternal)
                        .map(command -> command.getInternal().getStep()))
                .containsSubsequence(
                        StandingSteps.MAY_BE_DELETED, StandingSteps.STEP, "tokenRevoked", StandingSteps.DELETED);
        entrance.owner.refuseSteps(true);
        assertThatThrownBy(() -> office.call(AdminOperations.DELETE_ACCOUNT, Identity.operator(), user(eve), ""))
                .isInstanceOf(ApiException.class);
        entrance.accounts.enter(entrance.accounts.know("eve", Entrance.PASSWORD), entrance.ids.next());
    }

    private JsonNode audit() {
        return office.call(AdminOperations.LIST_ADMIN_AUDIT, Identity.operator(), Map.of(), "");
    }

    private String told(String step) {
        return entrance.owner.commands().stream()
                .filter(command -> command.getInternal().getStep().equals(step))
                .map(command -> command.getInternal().getBody().toStringUtf8())
                .reduce((first, last) -> last)
                .orElse("");
    }

    private JsonNode guilds(String query) {
        return office.call(
                AdminOperations.FIND_GUILDS,
                Identity.operator(),
                Map.of(),
                Json.object().put("query", query),
                "");
    }

    private String role(long user) {
        return office.call(AdminOperations.GET_MY_ROLE, Office.login(user), Map.of(), "")
                .path("role")
                .textValue();
    }

    private void name(Identity by, long user, String role) {
        office.call(AdminOperations.SET_ADMINISTRATOR, by, user(user), "{\"role\":\"" + role + "\"}");
    }

    private void disable(long user, boolean disabled) {
        office.call(AdminOperations.UPDATE_ACCOUNT, Identity.operator(), user(user), "{\"disabled\":" + disabled + "}");
    }

    private void disable(Identity by, long user) {
        office.call(AdminOperations.UPDATE_ACCOUNT, by, user(user), "{\"disabled\":true}");
    }

    private static Map<String, String> user(long id) {
        return Map.of("user_id", Snowflake.format(id));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
