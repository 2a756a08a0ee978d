package io.guildhall.guild.channel;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel may have depends on its type, whichever way it comes: made, changed, or brought by a new guild. */
class ChannelLimitsTest {
    private final TestGuild guild = new TestGuild();

    @ParameterizedTest
    @CsvSource({
        "0,topic,1024,1025,50035",
        "5,topic,1024,1025,50035",
        "0,name,50,51,50035",
        "2,user_limit,99,100,50035",
        "2,bitrate,96000,96001,50035",
        "13,bitrate,64000,64001,30052"
    })
    void theHighestIsTakenAndOneMoreIsNot(int type, String field, int highest, int tooHigh, int code) {
        String taken = body(type, field, highest);
        String refused = body(type, field, tooHigh);
        JsonNode made = guild.run(created(taken));
        assertThat(guild.refusal(created(refused))).isEqualTo(code);

        long plain = guild.run(created(body(type, "position", 1))).path("id").asLong();
        assertThat(guild.refusal(changed(plain, refused))).isEqualTo(code);
        assertThat(guild.run(changed(plain, taken)).path(field)).isEqualTo(made.path(field));

        try (Town town = new Town()) {
            long owner = town.person("owner");
            assertThat(Town.code(founded(town, owner, refused))).isEqualTo(code);
            Town.json(founded(town, owner, taken));
        }
    }

    @ParameterizedTest
    @CsvSource({"15,topic,4096", "16,topic,4096", "13,user_limit,10000"})
    void whatOthersMayNotHaveIsTakenWhereItBelongs(int type, String field, int highest) {
        JsonNode made = guild.run(created(body(type, field, highest)));
        long plain = guild.run(created(body(type, "position", 1))).path("id").asLong();
        assertThat(guild.run(changed(plain, body(type, field, highest))).path(field))
                .isEqualTo(made.path(field));
    }

    @Test
    void aChannelBehindTheLastPossiblePlaceStaysWithinWhatClientsRead() {
        guild.run(created("{\"name\":\"last\",\"position\":2147483647}"));
        assertThat(guild.run(created("{\"name\":\"next\"}")).path("position").asLong())
                .isEqualTo(2_147_483_647L);
    }

    @ParameterizedTest
    @CsvSource({"0,one-two", "5,one-two", "15,one-two", "16,one-two", "2,One Two", "4,One Two", "13,One Two"})
    void aNameIsCleanedBeforeItIsMadeOneOfATextChannel(int type, String expected) {
        String name = "\"name\":\"\\u00a0One \\t \\u3000Two \"";
        assertThat(guild.run(created("{" + name + ",\"type\":" + type + "}"))
                        .path("name")
                        .asText())
                .isEqualTo(expected);
        long plain = guild.run(created(body(type, "position", 1))).path("id").asLong();
        assertThat(guild.run(changed(plain, "{" + name + "}")).path("name").asText())
                .isEqualTo(expected);
    }

    /** A letter of these becomes two when it is made small. */
    private static String body(int type, String field, int size) {
        String name = field.equals("name") ? "\u0130".repeat(size) : "room";
        String value =
                switch (field) {
                    case "name" -> "";
                    case "topic" -> ",\"topic\":\"" + "x".repeat(size) + "\"";
                    default -> ",\"" + field + "\":" + size;
                };
        return "{\"name\":\"" + name + "\",\"type\":" + type + value + "}";
    }

    private Calls created(String body) {
        return Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body(body);
    }

    private static Calls changed(long channel, String body) {
        return Calls.of("updateChannel", OWNER).path("channel_id", channel).body(body);
    }

    private static Outcome founded(Town town, long owner, String channel) {
        long id = town.nextId();
        return town.rest(
                Keys.guild(id),
                "createGuild",
                owner,
                Map.of("guild_id", Town.text(id)),
                "",
                "{\"name\":\"Guild\",\"channels\":[" + channel + "]}");
    }
}
