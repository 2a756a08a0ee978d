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
import io.guildhall.model.provisional.ExternalIdentity;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts of a game's players: 7 is the bot whose token is known, 70 the application that has a secret. */
abstract class ProvisionalTestBase extends OAuth2TestBase {
    static final long BOT = 7;
    static final String BY_BOT = "/v10/partner-sdk/token/bot";
    static final String UNMERGE_BY_BOT = "/v10/partner-sdk/provisional-accounts/unmerge/bot";
    static final String BOT_ISSUED = "DISCORD_BOT_ISSUED_ACCESS_TOKEN";

    ProvisionalTestBase() {
        instance.application(BOT, HOME);
    }

    /** As far as the owner came that died. */
    void begun(String id, long player) {
        leads(id, PERSON);
        write(Write.to(AccountIdentities.TABLE, PERSON, APPLICATION)
                .set(AccountIdentities.IDENTITY, ExternalIdentity.ofGame(id))
                .set(AccountIdentities.PROVISIONAL, false)
                .set(AccountIdentities.MERGING_FROM, player)
                .build());
    }

    void delete(long user) {
        write(Write.to(Users.TABLE, user).set(Users.DELETED, true).build());
    }

    void leads(String id, long user) {
        write(Write.to(ExternalIdentities.TABLE, APPLICATION, ExternalIdentity.ofGame(id))
                .set(ExternalIdentities.USER_ID, user)
                .build());
    }

    void write(Mutation mutation) {
        instance.storage.write(List.of(mutation)).await().indefinitely();
    }

    long provisional(String id) {
        ProvisionalAccounts accounts = new ProvisionalAccounts(instance.storage);
        return accounts.findOrMake(APPLICATION, ExternalIdentity.ofGame(id), Optional.empty(), () -> id.hashCode())
                .userId();
    }

    /** As the owner does it. */
    void merged(String id, long player) {
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

    RestAnswer link(String id) {
        return linkBy(id, code(asks("identify")));
    }

    RestAnswer linkBy(String id, String code) {
        long player = new ProvisionalAccounts(instance.storage)
                .find(APPLICATION, ExternalIdentity.ofGame(id))
                .orElseThrow()
                .userId();
        return linkAs(player, code);
    }

    /** Vouched for by a token that somebody has. */
    RestAnswer linkAs(String id, long player) {
        assertThat(new ProvisionalAccounts(instance.storage).find(APPLICATION, ExternalIdentity.ofGame(id)))
                .isPresent();
        return linkAs(player, code(asks("identify")));
    }

    RestAnswer linkAs(long player, String code) {
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

    RestAnswer unmerge(String id) {
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

    ObjectNode vouched(String type, String token) {
        return Json.object()
                .put("client_id", Snowflake.format(APPLICATION))
                .put("client_secret", instance.secret)
                .put("external_auth_type", type)
                .put("external_auth_token", token);
    }

    Identity player(JsonNode tokens) {
        return instance.grants.verify(tokens.path("access_token").asText()).orElseThrow();
    }

    RowView account(long user) {
        return instance.storage
                .row(Read.row(Users.TABLE, user))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    RestAnswer byBot(String body) {
        return send(BY_BOT, "Bot robot", body);
    }

    RestAnswer send(String path, String authorization, String body) {
        return instance.send(HttpMethod.POST, path, "", authorization, "application/json", body);
    }

    static JsonNode json(int status, RestAnswer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        return Instance.json(answer);
    }

    static void refused(int status, ErrorCode code, RestAnswer answer) {
        assertThat(Instance.json(answer).path("code").asInt()).isEqualTo(code.number());
        assertThat(answer.status()).isEqualTo(status);
    }
}
