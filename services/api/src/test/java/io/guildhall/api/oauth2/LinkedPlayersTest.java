package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.provisional.ExternalIdentity;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.Users;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts of a game's players that become a person's own, and come back. */
class LinkedPlayersTest extends ProvisionalTestBase {
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
}
