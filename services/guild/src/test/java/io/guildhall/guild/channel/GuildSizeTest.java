package io.guildhall.guild.channel;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However large single channels may be, all of them together stay small enough for one GUILD_CREATE. */
class GuildSizeTest {
    private static final int MOST_BYTES = 4 << 20;
    private static final int TOO_LARGE = 30061;
    private static final int TOO_MANY = 30013;
    /** Of a forum. */
    private static final String LONGEST_TOPIC = "😀".repeat(4096);

    private final TestGuild guild = new TestGuild();

    @Test
    void channelsAreRefusedBeforeTogetherTheyAreTooLarge() {
        create("");
        long small = newest();
        int code = 0;
        for (int made = 0; code == 0 && made < 400; made++) {
            code = code(creation(LONGEST_TOPIC).path("guild_id", guild.id()));
        }

        assertThat(code).isEqualTo(TOO_LARGE);
        assertThat(guild.state().channelsJson().size()).isLessThanOrEqualTo(MOST_BYTES);
        guild.run(update(largest(), "short"));
        guild.run(update(small, LONGEST_TOPIC));
        assertThat(code(creation(LONGEST_TOPIC).path("guild_id", guild.id()))).isEqualTo(TOO_LARGE);
    }

    @Test
    void aGuildHasAtMostFiveHundredChannels() {
        int room = 500 - guild.state().channels().size();
        IntStream.range(0, room).forEach(index -> create(""));

        assertThat(guild.refusal(creation("").path("guild_id", guild.id()))).isEqualTo(TOO_MANY);
    }

    @Test
    void theSizeIsKnownAgainAfterTheGuildIsLoaded() {
        create(LONGEST_TOPIC);
        long before = weight();
        guild.reload();
        assertThat(weight()).isEqualTo(before);
    }

    /** 0 when it is not refused. */
    private int code(Calls call) {
        try {
            guild.run(call);
            return 0;
        } catch (ApiException refused) {
            return refused.code();
        }
    }

    private long weight() {
        return guild.state().channels().stream().mapToLong(GuildChannel::weight).sum();
    }

    private long newest() {
        return guild.state().channels().stream()
                .mapToLong(GuildChannel::id)
                .max()
                .orElseThrow();
    }

    private long largest() {
        return guild.state().channels().stream()
                .filter(channel -> channel.weight() > LONGEST_TOPIC.length())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void create(String topic) {
        guild.run(creation(topic).path("guild_id", guild.id()));
    }

    private static Calls creation(String topic) {
        return Calls.of("createChannel", OWNER).body("{\"name\":\"a\",\"type\":15,\"topic\":\"" + topic + "\"}");
    }

    private static Calls update(long channel, String topic) {
        return Calls.of("updateChannel", OWNER)
                .path("channel_id", Snowflake.format(channel))
                .body("{\"topic\":\"" + topic + "\"}");
    }
}
