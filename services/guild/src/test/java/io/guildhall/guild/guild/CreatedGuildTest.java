package io.guildhall.guild.guild;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new guild brings with it is held to the rules that hold for what is added later. */
class CreatedGuildTest {
    private final Town town = new Town();
    private final long owner = town.person("owner");

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // overwrites for a role and a member that do not exist
                "\"channels\":[{\"name\":\"a\",\"permission_overwrites\":[{\"id\":\"77\",\"type\":0,\"deny\":\"1024\"}]}]",
                "\"channels\":[{\"name\":\"a\",\"permission_overwrites\":[{\"id\":\"77\",\"type\":1,\"deny\":\"1024\"}]}]",
                // placeholders that stand for two things
                "\"channels\":[{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"1\",\"name\":\"b\"}]",
                "\"roles\":[{\"id\":\"1\"},{\"id\":\"1\",\"name\":\"b\"}]",
                // a parent that is no category
                "\"channels\":[{\"id\":\"1\",\"name\":\"a\",\"type\":0},{\"name\":\"b\",\"parent_id\":\"1\"}]",
                // a channel with a task that it can't have
                "\"channels\":[{\"id\":\"1\",\"name\":\"a\",\"type\":2}],\"system_channel_id\":\"1\"",
            })
    void isRefusedAsAWhole(String parts) {
        long id = town.nextId();
        assertThat(Town.code(create(id, parts))).isIn(50035, 10007, 10011);
        assertThat(Town.code(create(id, parts))).isNotEqualTo(10004);
    }

    @Test
    void categoriesMayComeBehindTheirChannels() {
        Town.json(create(
                town.nextId(),
                "\"channels\":[{\"name\":\"b\",\"parent_id\":\"1\"},{\"id\":\"1\",\"name\":\"a\",\"type\":4}]"));
    }

    private Outcome create(long id, String parts) {
        return town.rest(
                Keys.guild(id),
                "createGuild",
                owner,
                Map.of("guild_id", Town.text(id)),
                "",
                "{\"name\":\"Guild\"," + parts + "}");
    }
}
