package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that a game's players have, and by what they are known. */
class ProvisionalAccountsTest extends ProvisionalTestBase {
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
}
