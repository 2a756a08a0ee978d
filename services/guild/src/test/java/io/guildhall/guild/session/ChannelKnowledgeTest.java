package io.guildhall.guild.session;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is done to channels and to who sees them: a session that listened knows what one that begins now is told. */
class ChannelKnowledgeTest {
    private static final long MEMBER = 2_000_001;
    private static final String VIEW = Long.toString(Permission.VIEW_CHANNEL.mask());

    private final TestGuild guild = new TestGuild();
    private final long role = guild.role("Seers", 0, 1);
    private final Map<String, JsonNode> known = new TreeMap<>();

    ChannelKnowledgeTest() {
        guild.join(MEMBER, "member");
        guild.tickets(Command.newBuilder().setAttach(AttachSessions.newBuilder().addSessions(session())));
        guild.takeEvents();
        known.putAll(told());
    }

    @Test
    void aHiddenChannelIsKnownFromItsCreationToItsDeletion() {
        String channel = create("{\"name\":\"secret\",\"topic\":\"plans\",\"permission_overwrites\":[%s]}"
                .formatted(overwrite(guild.id(), 0, "0", VIEW)));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("___hidden___");
        assertThat(known.get(channel).get("flags").asInt()).isEqualTo(1 << 17);
        assertThat(known.get(channel).toString()).doesNotContain("secret", "plans");

        run(update(channel).body("{\"position\":9}"));
        run(update(channel).body("{\"name\":\"renamed\"}"));
        run(delete(channel));
        assertThat(known).doesNotContainKey(channel);
    }

    @Test
    void aHiddenChannelIsOneOfThoseThatShowAndBack() {
        String channel = create(
                "{\"name\":\"secret\",\"permission_overwrites\":[%s]}".formatted(overwrite(guild.id(), 0, "0", VIEW)));
        run(overwriting(channel, MEMBER, "{\"type\":1,\"allow\":\"" + VIEW + "\"}"));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("secret");
        run(overwriting(channel, MEMBER, "{\"type\":1,\"deny\":\"" + VIEW + "\"}"));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("___hidden___");
        run(update(channel).body("{\"permission_overwrites\":[],\"position\":4}"));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("secret");
        run(delete(channel));
    }

    @Test
    void aRoleThatIsGivenChangedAndTakenShowsAndHides() {
        String channel = create("{\"name\":\"seers\",\"permission_overwrites\":[%s,%s]}"
                .formatted(overwrite(guild.id(), 0, "0", VIEW), overwrite(role, 0, VIEW, "0")));
        Calls give = Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", role);
        run(give);
        assertThat(known.get(channel).get("name").asText()).isEqualTo("seers");
        run(Calls.of("deleteMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", role));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("___hidden___");

        run(give);
        String other = create(
                "{\"name\":\"other\",\"permission_overwrites\":[%s]}".formatted(overwrite(guild.id(), 0, "0", VIEW)));
        run(permissions(role, Permission.ADMINISTRATOR.mask()));
        assertThat(known.get(other).get("name").asText()).isEqualTo("other");
        run(permissions(role, 0));
        assertThat(known.get(other).get("name").asText()).isEqualTo("___hidden___");
        run(Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", role));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("___hidden___");
    }

    @Test
    void whatEverybodyMayDecidesForChannelsWithoutOverwrites() {
        run(permissions(guild.id(), 0));
        create("{\"name\":\"unseen\"}");
        run(permissions(guild.id(), Permission.VIEW_CHANNEL.mask()));
    }

    @Test
    void aTimeOutHidesNothing() {
        create("{\"name\":\"open\"}");
        run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"communication_disabled_until\":\"%s\"}"
                        .formatted(Json.timestamp(guild.clock().millis() + 60_000))));
        create("{\"name\":\"opened-meanwhile\"}");
    }

    @Test
    void aVoiceChannelShowsToThoseWhoMayNotConnect() {
        String channel = create("{\"name\":\"members: 3\",\"type\":2,\"permission_overwrites\":[%s]}"
                .formatted(overwrite(guild.id(), 0, "0", Long.toString(Permission.CONNECT.mask()))));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("members: 3");
        run(update(channel).body("{\"name\":\"members: 4\"}"));
        run(overwriting(channel, guild.id(), "{\"type\":0,\"deny\":\"" + VIEW + "\"}"));
        assertThat(known.get(channel).get("bitrate").asInt()).isEqualTo(64_000);
    }

    @Test
    void aGuildThatChangesItsOwnerShowsEverythingToTheNewOne() {
        String channel = create(
                "{\"name\":\"secret\",\"permission_overwrites\":[%s]}".formatted(overwrite(guild.id(), 0, "0", VIEW)));
        run(Calls.of("updateGuild", OWNER).path("guild_id", guild.id()).body("{\"owner_id\":\"" + MEMBER + "\"}"));
        assertThat(known.get(channel).get("name").asText()).isEqualTo("secret");
    }

    @Test
    void aCategoryShowsToThoseToWhomOneOfItsChannelsDoes() {
        String denial = overwrite(guild.id(), 0, "0", VIEW);
        String category = create("{\"name\":\"staff\",\"type\":4,\"permission_overwrites\":[%s]}".formatted(denial));
        String other = create("{\"name\":\"staff two\",\"type\":4,\"permission_overwrites\":[%s]}".formatted(denial));
        String synced = create("{\"name\":\"synced\",\"parent_id\":\"%s\"}".formatted(category));
        assertThat(name(category)).isEqualTo("___hidden___");

        run(overwriting(synced, MEMBER, "{\"type\":1,\"allow\":\"" + VIEW + "\"}"));
        assertThat(name(category)).isEqualTo("staff");
        run(update(synced).body("{\"parent_id\":\"" + other + "\"}"));
        assertThat(name(category)).isEqualTo("___hidden___");
        assertThat(name(other)).isEqualTo("staff two");
        run(delete(synced));
        assertThat(name(other)).isEqualTo("___hidden___");

        String open = create("{\"name\":\"open\",\"parent_id\":\"%s\",\"permission_overwrites\":[%s]}"
                .formatted(category, overwrite(MEMBER, 1, VIEW, "0")));
        assertThat(name(category)).isEqualTo("staff");
        run(permissions(guild.id(), 0));
        run(update(category).body("{\"permission_overwrites\":[]}"));
        run(update(open).body("{\"permission_overwrites\":[]}"));
        assertThat(name(category)).isEqualTo("___hidden___");
        run(update(open).body("{\"permission_overwrites\":[%s]}".formatted(overwrite(role, 0, VIEW, "0"))));
        run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", role));
        assertThat(name(category)).isEqualTo("staff");
        run(Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", role));
        assertThat(name(category)).isEqualTo("___hidden___");
        run(permissions(guild.id(), Permission.VIEW_CHANNEL.mask()));
        run(delete(category));
    }

    @Test
    void theListOfChannelsHoldsThoseThatShow() {
        String hidden = create(
                "{\"name\":\"secret\",\"permission_overwrites\":[%s]}".formatted(overwrite(guild.id(), 0, "0", VIEW)));
        Calls list = Calls.of("listChannels", MEMBER).path("guild_id", guild.id());
        assertThat(guild.run(list).toString()).doesNotContain(hidden);
        assertThat(guild.run(Calls.of("listChannels", OWNER).path("guild_id", guild.id()))
                        .toString())
                .contains(hidden);
    }

    private String create(String body) {
        return run(Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body(body))
                .get("id")
                .asText();
    }

    private String name(String channel) {
        return known.get(channel).get("name").asText();
    }

    private static Calls update(String channel) {
        return Calls.of("updateChannel", OWNER).path("channel_id", channel);
    }

    private static Calls delete(String channel) {
        return Calls.of("deleteChannel", OWNER).path("channel_id", channel);
    }

    private static Calls overwriting(String channel, long target, String body) {
        return Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", target)
                .body(body);
    }

    private Calls permissions(long target, long permissions) {
        return Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", target)
                .body("{\"permissions\":\"" + permissions + "\"}");
    }

    private static String overwrite(long id, int type, String allow, String deny) {
        return "{\"id\":\"%d\",\"type\":%d,\"allow\":\"%s\",\"deny\":\"%s\"}".formatted(id, type, allow, deny);
    }

    /** Runs the call, takes in what the session hears of channels, and compares with what a new one would be told. */
    private JsonNode run(Calls call) {
        Set<Long> saw = shown();
        JsonNode answer = guild.run(call);
        Set<Long> sees = shown();
        for (Event event : guild.takeEvents()) {
            if (event.getName().startsWith("CHANNEL_")) {
                hear(event, saw, sees);
            }
        }
        assertThat(known).isEqualTo(told());
        return answer;
    }

    /** As a relay decides it. */
    private void hear(Event event, Set<Long> saw, Set<Long> sees) {
        if (event.getOnlyUsersCount() > 0 && !event.getOnlyUsersList().contains(MEMBER)) {
            return;
        }
        boolean deleted = event.getName().equals("CHANNEL_DELETE");
        boolean before = saw.contains(event.getChannelId());
        boolean now = event.getChannelId() == 0 || (deleted ? before : sees.contains(event.getChannelId()));
        boolean everybody = !event.getPayloadWithoutSight().isEmpty() && !event.hasFormer();
        boolean hears = event.getOnlyChanged() ? now != before : everybody || now || (event.hasFormer() && before);
        if (hears) {
            JsonNode channel = Json.parse(now ? event.getPayload() : event.getPayloadWithoutSight());
            if (deleted) {
                known.remove(channel.get("id").asText());
            } else {
                known.put(channel.get("id").asText(), channel);
            }
        }
    }

    private Set<Long> shown() {
        GuildMember member = guild.state().member(MEMBER);
        return guild.state().channels().stream()
                .filter(channel -> guild.state().permissions().shows(member, channel))
                .map(GuildChannel::id)
                .collect(Collectors.toSet());
    }

    private Map<String, JsonNode> told() {
        Map<String, JsonNode> channels = new HashMap<>();
        Event creation = new GuildCreation(guild.state().snapshot(), session(), 50, false).next();
        Json.parse(creation.getPayload())
                .get("channels")
                .forEach(channel -> channels.put(channel.get("id").asText(), channel));
        return channels;
    }

    private static Session session() {
        return Session.newBuilder()
                .setRef(SessionRef.newBuilder().setGateway("g").setNumber(7))
                .setUserId(MEMBER)
                .setBot(true)
                .setIntents(Intent.GUILDS.bit())
                .build();
    }
}
