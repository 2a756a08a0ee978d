package io.guildhall.guild.widget;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidgetTest {
    private static final long STRANGER = 0;
    private static final long GUEST = 2_000_001;
    private static final long HIDDEN = 2_000_002;

    private final TestGuild guild = new TestGuild();

    @Test
    void strangersSeeItOnlyWhenManagersShowIt() {
        for (String operation : List.of("getWidget", "getWidgetPicture")) {
            assertThat(guild.refusal(on(operation, STRANGER))).isEqualTo(50004);
            assertThat(guild.refusal(on(operation, OWNER))).isEqualTo(50004);
        }
        show();
        JsonNode widget = guild.run(on("getWidget", STRANGER));
        assertThat(widget.get("id").asText()).isEqualTo(Snowflake.format(guild.id()));
        assertThat(widget.get("name").asText())
                .isEqualTo(guild.state().properties().name());
        assertThat(widget.get("instant_invite").isNull()).isTrue();
        assertThat(widget.get("presence_count").asInt()).isZero();
        assertThat(guild.run(on("getWidgetPicture", STRANGER)).get("style").asText())
                .isEqualTo("shield");
    }

    @Test
    void itShowsNoChannelThatIsNotForEverybody() {
        show();
        long open = room("open");
        long closed = room("closed");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", closed)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"1048576\"}"));
        guild.join(GUEST, "guest");
        enter(GUEST, open);
        enter(OWNER, closed);
        JsonNode widget = guild.run(on("getWidget", STRANGER));
        assertThat(widget.get("channels").findValuesAsText("id"))
                .contains(Snowflake.format(open))
                .doesNotContain(Snowflake.format(closed));
        assertThat(widget.get("members")).hasSize(2);
        assertThat(widget.get("members").findValuesAsText("channel_id")).containsExactly(Snowflake.format(open));
    }

    @Test
    void itShowsWhoIsOnlineAndOfThemNoIds() {
        show();
        guild.join(GUEST, "guest");
        guild.join(HIDDEN, "hidden");
        enter(GUEST, 0);
        enter(HIDDEN, 0);
        says(GUEST, "{\"status\":\"idle\",\"activities\":[{\"name\":\"Chess\",\"type\":0}]}");
        says(HIDDEN, "{\"status\":\"invisible\"}");
        JsonNode widget = guild.run(on("getWidget", STRANGER));
        assertThat(widget.get("presence_count").asInt()).isEqualTo(1);
        JsonNode shown = widget.get("members").get(0);
        assertThat(widget.get("members")).hasSize(1);
        assertThat(shown.get("id").asText()).isEqualTo("0");
        assertThat(shown.get("username").asText()).isEqualTo("guest");
        assertThat(shown.get("discriminator").asText()).isEqualTo("0000");
        assertThat(shown.get("status").asText()).isEqualTo("idle");
        assertThat(shown.get("activity").get("name").asText()).isEqualTo("Chess");
        assertThat(shown.get("avatar_url").asText()).startsWith("embed/avatars/");
        assertThat(widget.toString()).doesNotContain(Snowflake.format(GUEST)).doesNotContain("hidden");
    }

    private void show() {
        guild.run(on("updateWidgetSettings", OWNER).body("{\"enabled\":true}"));
    }

    private long room(String name) {
        return Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"" + name + "\",\"type\":2}"))
                .get("id")
                .asText());
    }

    private void enter(long user, long channel) {
        SessionRef ref = ref(user);
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder().setRef(ref).setUserId(user))));
        says(user, "{\"status\":\"online\"}");
        if (channel != 0) {
            guild.run(Command.newBuilder()
                    .setVoiceState(UpdateVoiceState.newBuilder()
                            .setSession(ref)
                            .setUserId(user)
                            .setSessionId("session")
                            .setChannelId(channel)));
        }
    }

    private void says(long user, String presence) {
        guild.run(Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(ref(user))
                        .setUserId(user)
                        .setPresence(ByteString.copyFromUtf8(presence))));
    }

    private static SessionRef ref(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id());
    }
}
