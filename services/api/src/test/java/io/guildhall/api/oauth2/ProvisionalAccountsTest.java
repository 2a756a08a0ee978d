package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.provisional.ExternalIdentity;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts of a game's players: 7 is the bot whose token is known, 70 the application that has a secret. */
class ProvisionalAccountsTest extends OAuth2TestBase {
    private static final long BOT = 7;
    private static final String BY_BOT = "/v10/partner-sdk/token/bot";
    private static final String UNMERGE_BY_BOT = "/v10/partner-sdk/provisional-accounts/unmerge/bot";
    private static final String BOT_ISSUED = "DISCORD_BOT_ISSUED_ACCESS_TOKEN";

    ProvisionalAccountsTest() {
        instance.application(BOT, HOME);
    }

    @Test
    void areMadeOnceForEachPlayer() {
        JsonNode tokens = json(200, byBot("{\"external_user_id\":\"p1\",\"preferred_global_name\":\"Ace\"}"));
        Identity player = player(tokens);
        assertThat(player.grant().orElseThrow().scopes()).isEqualTo(Set.of(OAuth2Scope.SDK_SOCIAL_LAYER));
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(604_800);
        assertThat(tokens.path("scope").asText()).isEqualTo("sdk.social_layer");
        assertThat(tokens.path("id_token").asText().split("\\.")).hasSize(3);
        RowView account = account(player.userId());
        assertThat(account.get(Users.GLOBAL_NAME)).isEqualTo("Ace");
        assertThat(account.get(Users.PUBLIC_FLAGS)).isEqualTo(UserFlag.PROVISIONAL_ACCOUNT);
        assertThat(account.get(Users.USERNAME)).startsWith("player_");

        assertThat(player(json(200, byBot("{\"external_user_id\":\"p1\"}"))).userId())
                .isEqualTo(player.userId());
        assertThat(player(json(200, byBot("{\"external_user_id\":\"p2\"}"))).userId())
                .isNotEqualTo(player.userId());
    }

    @Test
    void takeTheNameThatTheGameSaysLater() {
        byBot("{\"external_user_id\":\"p1\",\"preferred_global_name\":\"Ace\"}");
        int before = instance.owner.commands().size();
        byBot("{\"external_user_id\":\"p1\",\"preferred_global_name\":\"Ace\"}");
        assertThat(instance.owner.commands()).hasSize(before);
        byBot("{\"external_user_id\":\"p1\",\"preferred_global_name\":\"Bee\"}");
        assertThat(instance.owner.last().getRest().getOperation()).isEqualTo("updateMyUser");
        assertThat(instance.owner.last().getRest().getBody().toStringUtf8()).isEqualTo("{\"global_name\":\"Bee\"}");
    }

    @Test
    void mayBeKnownByAnotherIdFromNowOn() {
        long player = player(json(200, byBot("{\"external_user_id\":\"old\"}"))).userId();
        String known = "{\"external_user_id\":\"new\",\"provisional_user_id\":\"" + Snowflake.format(player) + "\"}";
        assertThat(player(json(200, byBot(known))).userId()).isEqualTo(player);
        assertThat(player(json(200, byBot(known))).userId()).isEqualTo(player);
        long another =
                player(json(200, byBot("{\"external_user_id\":\"old\"}"))).userId();
        assertThat(another).isNotEqualTo(player);
        refused(
                400,
                ErrorCode.INVALID_FORM_BODY,
                byBot(known.replace(Snowflake.format(player), Snowflake.format(another))));
        refused(404, ErrorCode.UNKNOWN_USER, byBot("{\"external_user_id\":\"new\",\"provisional_user_id\":\"8\"}"));
    }

    @Test
    void areForBotsAlone() {
        assertThat(send(BY_BOT, "person", "{\"external_user_id\":\"p1\"}").status())
                .isEqualTo(403);
        assertThat(send(BY_BOT, null, "{\"external_user_id\":\"p1\"}").status()).isEqualTo(401);
        assertThat(send(UNMERGE_BY_BOT, "person", "{\"external_user_id\":\"p1\"}")
                        .status())
                .isEqualTo(403);
        refused(400, ErrorCode.INVALID_FORM_BODY, byBot("{}"));
        refused(400, ErrorCode.INVALID_FORM_BODY, byBot("{\"external_user_id\":\"\"}"));
    }

    @Test
    void areVouchedForByTokensThatTheInstanceGave() {
        JsonNode tokens = json(200, byBot("{\"external_user_id\":\"p1\"}"));
        ObjectNode vouched =
                vouched(BOT_ISSUED, tokens.path("access_token").asText()).put("client_id", "7");
        refused(400, ErrorCode.INVALID_CLIENT_SECRET, send("/v10/partner-sdk/token", null, vouched.toString()));
        assertThat(player(json(200, send("/v10/partner-sdk/token", "Bot robot", vouched.toString())))
                        .userId())
                .isEqualTo(player(tokens).userId());
        // Another application's token says nothing to this one.
        vouched.put("client_id", Snowflake.format(APPLICATION)).put("client_secret", instance.secret);
        refused(403, ErrorCode.INVALID_OAUTH2_ACCESS_TOKEN, send("/v10/partner-sdk/token", null, vouched.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STEAM_SESSION_TICKET", "EPIC_ONLINE_SERVICES_ID_TOKEN", "APPLE_ID_TOKEN"})
    void areNotVouchedForByCompaniesThatNobodyHasSetUp(String type) {
        ObjectNode vouched = vouched(type, "x");
        refused(400, ErrorCode.INVALID_FORM_BODY, send("/v10/partner-sdk/token", null, vouched.toString()));
        vouched.put("external_auth_type", "OIDC");
        refused(400, ErrorCode.OIDC_CONFIGURATION_NOT_FOUND, send("/v10/partner-sdk/token", null, vouched.toString()));
    }

    @Test
    void becomeThePersonsWhoLinksThem() {
        long player = provisional("p1");
        RestAnswer linked = link("p1");
        JsonNode tokens = json(200, linked);
        assertThat(player(tokens).userId()).isEqualTo(PERSON);
        Internal asked = instance.owner.last().getInternal();
        assertThat(instance.owner.last().getActor().getId()).isEqualTo(player);
        assertThat(asked.getStep()).isEqualTo("mergeAccount");
        assertThat(Json.parse(asked.getBody()).path("to").asText()).isEqualTo("8");
        assertThat(instance.grants.of(player)).isEmpty();

        merged("p1", player);
        provisional("p2");
        refused(400, ErrorCode.TOO_MANY_APPLICATION_IDENTITIES, link("p2"));
    }

    /** Whom linking fails for has no tokens either. */
    @Test
    void becomeNobodysWhenTheOwnerRefuses() {
        provisional("p1");
        instance.owner.refuseSteps(true);
        assertThat(link("p1").status()).isEqualTo(403);
        assertThat(instance.grants.of(PERSON)).isEmpty();
    }

    @Test
    void areGivenBackWhenThePersonUnlinks() {
        long player = provisional("p1");
        refused(400, ErrorCode.INVALID_USER_TYPE, unmerge("p1"));
        refused(404, ErrorCode.UNKNOWN_USER, unmerge("nobody"));
        json(200, link("p1"));
        merged("p1", player);

        assertThat(unmerge("p1").status()).isEqualTo(204);
        Internal asked = instance.owner.last().getInternal();
        assertThat(asked.getStep()).isEqualTo("splitAccount");
        assertThat(instance.owner.last().getActor().getId()).isEqualTo(PERSON);
        long fresh = Snowflake.parse(Json.parse(asked.getBody()).path("to").asText());
        assertThat(account(fresh).get(Users.PUBLIC_FLAGS)).isEqualTo(UserFlag.PROVISIONAL_ACCOUNT);
        assertThat(instance.grants.of(PERSON)).isEmpty();
    }

    /** Whoever was told that giving it back failed does not know that it did. */
    @Test
    void areNotTakenBackOncePlayersHaveThem() {
        ProvisionalAccounts accounts = new ProvisionalAccounts(instance.storage);
        String identity = ExternalIdentity.ofGame("p1");
        long reached = accounts.make(APPLICATION, identity, Optional.empty(), () -> 501);
        leads("p1", reached);
        accounts.discard(reached, APPLICATION, identity);
        assertThat(accounts.exists(reached)).isTrue();
        assertThat(accounts.isProvisional(reached, APPLICATION)).isTrue();

        long unreached = accounts.make(APPLICATION, identity, Optional.empty(), () -> 502);
        accounts.discard(unreached, APPLICATION, identity);
        assertThat(accounts.exists(unreached)).isFalse();
    }

    @Test
    void areNotKnownByAnotherIdWhenThePersonHasThemMeanwhile() {
        ProvisionalAccounts accounts = new ProvisionalAccounts(instance.storage);
        long player = provisional("old");
        // The merging has its condition, and has not written the rest.
        leads("old", PERSON);
        assertThat(accounts.rekey(APPLICATION, ExternalIdentity.ofGame("new"), player))
                .isFalse();
        assertThat(accounts.find(APPLICATION, ExternalIdentity.ofGame("old")))
                .hasValueSatisfying(found -> assertThat(found.userId()).isEqualTo(PERSON));
        assertThat(accounts.find(APPLICATION, ExternalIdentity.ofGame("new"))).isEmpty();
        assertThat(provisional("new")).isNotEqualTo(player);
    }

    @Test
    void areKnownByAnotherIdAlsoWhenThatWasBegunBefore() {
        ProvisionalAccounts accounts = new ProvisionalAccounts(instance.storage);
        long player = provisional("old");
        leads("new", player);
        assertThat(accounts.rekey(APPLICATION, ExternalIdentity.ofGame("new"), player))
                .isTrue();
        assertThat(accounts.find(APPLICATION, ExternalIdentity.ofGame("old"))).isEmpty();
        assertThat(accounts.identity(player, APPLICATION)).hasValue(ExternalIdentity.ofGame("new"));
    }

    @Test
    void haveNoGoodTokensWhenTheyAreGone() {
        JsonNode tokens = json(200, byBot("{\"external_user_id\":\"p1\"}"));
        Identity player = player(tokens);
        delete(player.userId());
        assertThat(instance.grants.verify(tokens.path("access_token").asText())).isEmpty();
        refused(404, ErrorCode.UNKNOWN_USER, byBot("{\"external_user_id\":\"p1\"}"));
        long another = provisional("p2");
        delete(another);
        refused(403, ErrorCode.INVALID_OAUTH2_ACCESS_TOKEN, link("p2"));
    }

    @Test
    void becomeNobodysWhoIsGone() {
        provisional("p1");
        String code = code(asks("identify"));
        delete(PERSON);
        assertThat(linkBy("p1", code).status()).isEqualTo(400);
        assertThat(instance.owner.commands())
                .noneMatch(command -> command.getInternal().getStep().equals("mergeAccount"));
    }

    /** Two were being linked when a process died: nobody is bound by it. */
    @Test
    void areForgottenWhenLinkingThemNeverEnded() {
        provisional("p1");
        write(Write.to(AccountIdentities.TABLE, PERSON, APPLICATION)
                .set(AccountIdentities.IDENTITY, ExternalIdentity.ofGame("p1"))
                .set(AccountIdentities.PROVISIONAL, false)
                .build());
        json(200, link("p1"));
        String grant = Long.toString(instance.grants.of(PERSON).getFirst().id());
        assertThat(instance.send(HttpMethod.DELETE, "/v10/oauth2/tokens/" + grant, "", "person", null, "")
                        .status())
                .isEqualTo(204);
        assertThat(new ProvisionalAccounts(instance.storage).identity(PERSON, APPLICATION))
                .isEmpty();
    }

    /** Else an application that is deleted would not find them. */
    @Test
    void areListedWhenTheyComeAgainThoughTheyWereMadeBeforeThereWasAList() {
        long player = provisional("p1");
        long slice = ApplicationPlayers.slice(player);
        write(Write.delete(ApplicationPlayers.TABLE, APPLICATION, slice, player));

        provisional("p1");

        assertThat(instance.storage
                        .row(Read.row(ApplicationPlayers.TABLE, APPLICATION, slice, player))
                        .await()
                        .indefinitely())
                .hasValueSatisfying(
                        row -> assertThat(row.get(ApplicationPlayers.LINKED)).isFalse());
    }

    /** The identity is the person's, and the account that was the player's is there still, with its friends. */
    @Test
    void becomeThePersonsToTheEndWhenThatWasOnlyBegun() {
        long player = provisional("p1");
        begun("p1", player);

        json(200, linkAs("p1", player));

        assertThat(instance.owner.last().getInternal().getStep()).isEqualTo("mergeAccount");
        assertThat(instance.owner.last().getActor().getId()).isEqualTo(player);
        merged("p1", player);
        delete(player);
        refused(400, ErrorCode.INVALID_MERGE_SOURCE, linkAs("p1", PERSON));
    }

    @Test
    void becomeThePersonsToTheEndBeforeTheyAreGivenBack() {
        long player = provisional("p1");
        begun("p1", player);

        assertThat(unmerge("p1").status()).isEqualTo(204);

        assertThat(instance.owner.commands())
                .extracting(command -> command.getInternal().getStep())
                .endsWith("mergeAccount", "splitAccount");
    }

    /** As far as the owner came that died. */
    private void begun(String id, long player) {
        leads(id, PERSON);
        write(Write.to(AccountIdentities.TABLE, PERSON, APPLICATION)
                .set(AccountIdentities.IDENTITY, ExternalIdentity.ofGame(id))
                .set(AccountIdentities.PROVISIONAL, false)
                .set(AccountIdentities.MERGING_FROM, player)
                .build());
    }

    private void delete(long user) {
        write(Write.to(Users.TABLE, user).set(Users.DELETED, true).build());
    }

    private void leads(String id, long user) {
        write(Write.to(ExternalIdentities.TABLE, APPLICATION, ExternalIdentity.ofGame(id))
                .set(ExternalIdentities.USER_ID, user)
                .build());
    }

    private void write(Mutation mutation) {
        instance.storage.write(List.of(mutation)).await().indefinitely();
    }

    @Test
    void areGivenBackWhenThePersonTakesBackAllThatTheGameMay() {
        long player = provisional("p1");
        json(200, link("p1"));
        merged("p1", player);
        String grant = Long.toString(instance.grants.of(PERSON).getFirst().id());
        RestAnswer gone = instance.send(HttpMethod.DELETE, "/v10/oauth2/tokens/" + grant, "", "person", null, "");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(instance.owner.commands())
                .anyMatch(command -> command.getInternal().getStep().equals("splitAccount"));
    }

    private long provisional(String id) {
        ProvisionalAccounts accounts = new ProvisionalAccounts(instance.storage);
        return accounts.findOrMake(APPLICATION, ExternalIdentity.ofGame(id), Optional.empty(), () -> id.hashCode())
                .userId();
    }

    /** As the owner does it. */
    private void merged(String id, long player) {
        String identity = ExternalIdentity.ofGame(id);
        instance.storage
                .write(List.of(
                        Write.to(ExternalIdentities.TABLE, APPLICATION, identity)
                                .set(ExternalIdentities.USER_ID, PERSON)
                                .build(),
                        Write.delete(AccountIdentities.TABLE, player, APPLICATION),
                        Write.to(AccountIdentities.TABLE, PERSON, APPLICATION)
                                .set(AccountIdentities.IDENTITY, identity)
                                .build()))
                .await()
                .indefinitely();
    }

    private RestAnswer link(String id) {
        return linkBy(id, code(asks("identify")));
    }

    private RestAnswer linkBy(String id, String code) {
        long player = new ProvisionalAccounts(instance.storage)
                .find(APPLICATION, ExternalIdentity.ofGame(id))
                .orElseThrow()
                .userId();
        return linkAs(player, code);
    }

    /** Vouched for by a token that somebody has. */
    private RestAnswer linkAs(String id, long player) {
        assertThat(new ProvisionalAccounts(instance.storage).find(APPLICATION, ExternalIdentity.ofGame(id)))
                .isPresent();
        return linkAs(player, code(asks("identify")));
    }

    private RestAnswer linkAs(long player, String code) {
        String issued = instance.grants
                .token(player, APPLICATION, Set.of(OAuth2Scope.SDK_SOCIAL_LAYER), player + 1)
                .accessToken();
        return instance.token(new HashMap<>(Map.of(
                "client_id",
                Long.toString(APPLICATION),
                "client_secret",
                instance.secret,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                HOME,
                "code",
                code,
                "external_auth_type",
                BOT_ISSUED,
                "external_auth_token",
                issued)));
    }

    private RestAnswer unmerge(String id) {
        String issued = instance.accessTokenOf(new ProvisionalAccounts(instance.storage)
                .find(APPLICATION, ExternalIdentity.ofGame(id))
                .map(ProvisionalAccounts.Found::userId)
                .orElse(55L));
        if (id.equals("nobody")) {
            return send(UNMERGE_BY_BOT, "Bot robot", "{\"external_user_id\":\"nobody\"}");
        }
        return send(
                "/v10/partner-sdk/provisional-accounts/unmerge",
                null,
                vouched(BOT_ISSUED, issued).toString());
    }

    private ObjectNode vouched(String type, String token) {
        return Json.object()
                .put("client_id", Snowflake.format(APPLICATION))
                .put("client_secret", instance.secret)
                .put("external_auth_type", type)
                .put("external_auth_token", token);
    }

    private Identity player(JsonNode tokens) {
        return instance.grants.verify(tokens.path("access_token").asText()).orElseThrow();
    }

    private RowView account(long user) {
        return instance.storage
                .row(Read.row(Users.TABLE, user))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private RestAnswer byBot(String body) {
        return send(BY_BOT, "Bot robot", body);
    }

    private RestAnswer send(String path, String authorization, String body) {
        return instance.send(HttpMethod.POST, path, "", authorization, "application/json", body);
    }

    private static JsonNode json(int status, RestAnswer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        return Instance.json(answer);
    }

    private static void refused(int status, ErrorCode code, RestAnswer answer) {
        assertThat(Instance.json(answer).path("code").asInt()).isEqualTo(code.number());
        assertThat(answer.status()).isEqualTo(status);
    }
}
