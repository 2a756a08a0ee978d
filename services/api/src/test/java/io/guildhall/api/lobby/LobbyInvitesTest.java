package io.guildhall.api.lobby;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 7 is the bot whose token is known, and 30 a lobby of its game; channel 5 is in guild 4. */
class LobbyInvitesTest {
    private final FakeOwner owner = new FakeOwner();
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage = new StorageAccess(new StorageRouter(
            node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(Clock.systemUTC())));
    private final RequestPipeline pipeline =
            TestPipeline.with(Configs.api(Map.of("guildhall.api.rate-limits.enabled", "false")), owner, fake);

    LobbyInvitesTest() {
        owner.give("inviteFromLobby", Json.object().put("code", "abc"));
        write(Write.to(Lobbies.TABLE, 30L)
                .set(Lobbies.APPLICATION_ID, 7L)
                .set(Lobbies.LINKED_GUILD, 4L)
                .set(Lobbies.LINKED_CHANNEL, 5L)
                .build());
        write(Write.to(LobbyMembers.TABLE, 30L, 8L).set(LobbyMembers.FLAGS, 0L).build());
    }

    @Test
    void areMadeByTheGuildOfTheLinkedChannel() {
        RestAnswer made = post("30", "8");
        assertThat(made.status()).isEqualTo(200);
        assertThat(new String(made.body(), UTF_8)).isEqualTo("{\"code\":\"abc\"}");
        assertThat(owner.last().getActor().getId()).isEqualTo(4);
        assertThat(owner.last().getInternal().getBody().toStringUtf8())
                .isEqualTo("{\"lobby_id\":\"30\",\"channel_id\":\"5\",\"user_id\":\"8\"}");
        write(Write.to(LobbyMembers.TABLE, 30L, 7L).set(LobbyMembers.FLAGS, 0L).build());
        assertThat(post("30", "@me").status()).isEqualTo(200);
    }

    @Test
    void areForMembersOfAGamesOwnLobbiesWhichHaveAChannel() {
        refused(ErrorCode.UNKNOWN_LOBBY, post("31", "8"));
        refused(ErrorCode.MISSING_ACCESS, post("30", "9"));
        refused(ErrorCode.MISSING_ACCESS, post("30", "@me"));
        write(Write.to(Users.TABLE, 8L)
                .set(Users.FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                .build());
        refused(ErrorCode.INVALID_USER_TYPE, post("30", "8"));
        write(Write.to(Users.TABLE, 8L).set(Users.FLAGS, 0L).build());
        write(Write.to(Lobbies.TABLE, 30L).set(Lobbies.LINKED_CHANNEL, null).build());
        refused(ErrorCode.UNKNOWN_CHANNEL, post("30", "8"));
        write(Write.to(Lobbies.TABLE, 30L).set(Lobbies.APPLICATION_ID, 70L).build());
        refused(ErrorCode.UNKNOWN_LOBBY, post("30", "8"));
        assertThat(owner.commands()).isEmpty();
    }

    /** The guild is asked before the lobby, which hears of which guild the channel is. */
    @Test
    void channelsAreLookedAtBeforeTheyAreLinked() {
        owner.give("mayLinkLobby", Json.object().put("guild_id", "4"));
        send(HttpMethod.PATCH, "/v10/lobbies/30/channel-linking", "{\"channel_id\":\"5\"}");
        assertThat(owner.commands()).hasSize(2);
        assertThat(owner.commands().getFirst().getActor().getId()).isEqualTo(4);
        assertThat(owner.last().getActor().getId()).isEqualTo(30);
        assertThat(owner.last().getRest().getForwarded().toStringUtf8()).isEqualTo("{\"guild_id\":\"4\"}");
        refused(
                ErrorCode.UNKNOWN_CHANNEL,
                send(HttpMethod.PATCH, "/v10/lobbies/30/channel-linking", "{\"channel_id\":\"6\"}"));
        send(HttpMethod.PATCH, "/v10/lobbies/30/channel-linking", "{}");
        assertThat(owner.commands()).hasSize(3);
    }

    private static void refused(ErrorCode code, RestAnswer answer) {
        assertThat(Json.parse(new String(answer.body(), UTF_8)).path("code").asInt())
                .isEqualTo(code.number());
    }

    private void write(Mutation mutation) {
        storage.write(List.of(mutation)).await().indefinitely();
    }

    private RestAnswer post(String lobby, String user) {
        return send(HttpMethod.POST, "/v10/lobbies/" + lobby + "/members/" + user + "/invites", "");
    }

    private RestAnswer send(HttpMethod method, String path, String body) {
        return pipeline.answer(new RestRequest(
                method,
                path,
                "",
                name -> switch (name) {
                    case "Authorization" -> "Bot robot";
                    case "Content-Type" -> "application/json";
                    default -> null;
                },
                "127.0.0.1",
                new ByteArrayInputStream(body.getBytes(UTF_8))));
    }
}
