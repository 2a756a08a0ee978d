package io.guildhall.api.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over every operation: an application speaks for a person only where, and only as far as, that person let it. */
class ScopesTest {
    private final Instance instance = new Instance();

    /** A lobby in which the person is, for what asks for one. */
    ScopesTest() {
        instance.owner.give("inviteFromLobby", Json.object().put("code", "abc"));
        instance.storage
                .write(List.of(
                        Write.to(Lobbies.TABLE, 5L)
                                .set(Lobbies.APPLICATION_ID, Instance.APPLICATION)
                                .set(Lobbies.LINKED_GUILD, 4L)
                                .set(Lobbies.LINKED_CHANNEL, 5L)
                                .build(),
                        Write.to(LobbyMembers.TABLE, 5L, Instance.PERSON)
                                .set(LobbyMembers.FLAGS, 0L)
                                .build()))
                .await()
                .indefinitely();
    }

    static Stream<Operation> forSomebody() {
        return Operations.all().stream().filter(operation -> switch (operation.access()) {
            case SIGNED_IN, BOT, PERSON, MODERATOR, ADMINISTRATOR -> true;
            case ANYONE, CLIENT, TOKEN -> false;
        });
    }

    static Stream<Operation> opened() {
        return forSomebody().filter(operation -> !operation.scopes().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("forSomebody")
    void withoutTheRightScopeItIsRefusedBeforeAnybodyIsAsked(Operation operation) {
        OAuth2Scope[] others = Stream.of(OAuth2Scope.values())
                .filter(scope -> !operation.scopes().contains(scope))
                .toArray(OAuth2Scope[]::new);

        RestAnswer answer = call(operation, "Bearer " + instance.accessToken(others));

        if (operation.scopes().isEmpty()) {
            assertThat(answer.status()).isEqualTo(401);
        } else {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(Instance.json(answer).path("code").asInt()).isEqualTo(50026);
        }
        assertThat(instance.owner.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("opened")
    void withTheRightScopeItIsAnswered(Operation operation) {
        for (OAuth2Scope scope : operation.scopes()) {
            assertThat(call(operation, "Bearer " + instance.accessToken(scope)).status())
                    .as(scope.text())
                    .isEqualTo(operation.status());
        }
    }

    @Test
    void whereAnybodyMayComeATokenThatOpensNothingCountsForNobody() {
        Operation anybody = Operations.all().stream()
                .filter(operation ->
                        operation.access() == Access.ANYONE && operation.scope().ofGuilds())
                .findFirst()
                .orElseThrow();
        call(anybody, "Bearer " + instance.accessToken(OAuth2Scope.IDENTIFY));
        assertThat(instance.owner.last().getRest().hasCaller()).isFalse();
    }

    private RestAnswer call(Operation operation, String authorization) {
        String path = operation
                .path()
                .replace("{code}", "abc")
                .replace("{application_id}", Long.toString(Instance.APPLICATION))
                .replace("{user_id}", "8")
                .replaceAll("\\{[a-z_]+}", "5");
        return instance.send(
                operation.method(),
                path,
                "",
                authorization,
                "application/json",
                "{\"secret\":\"x\",\"content\":\"x\",\"username\":\"x\"}");
    }
}
