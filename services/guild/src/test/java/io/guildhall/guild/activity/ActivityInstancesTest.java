package io.guildhall.guild.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActivityInstances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityInstancesTest {
    private static final long CHANNEL = 77;

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bot = town.bot("robot", alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void sayWhereTheyAreAndWhoTakesPart() {
        instance(99);
        JsonNode found = Town.json(get("i-5-gc-99-77", bot));
        assertThat(found.toString()).isEqualTo("""
                {"application_id":"%1$d","instance_id":"i-5-gc-99-77","launch_id":"5",\
                "location":{"id":"gc-99-77","kind":"gc","channel_id":"77","guild_id":"99"},"users":["%2$d"]}\
                """.formatted(bot, alice));
        assertThat(Town.json(get("i-5-gc-99-77", alice))).isEqualTo(found);
    }

    @Test
    void ofPrivateChannelsNameNoGuild() {
        instance(0);
        JsonNode place = Town.json(get("i-5-pc-77", bot)).path("location");
        assertThat(place.toString()).isEqualTo("{\"id\":\"pc-77\",\"kind\":\"pc\",\"channel_id\":\"77\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i-6-gc-99-77", "i-5-gc-98-77", "i-5-pc-77", "77", "", "-", "i-5-gc-99-78", "x-y"})
    void thatNobodyBeganAreNotFound(String id) {
        instance(99);
        assertThat(get(id, bot).getFailure().getStatus()).isEqualTo(404);
    }

    @Test
    void areForTheApplicationAlone() {
        instance(99);
        assertThat(Town.code(get("i-5-gc-99-77", town.person("bob"))))
                .isEqualTo(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number());
    }

    private void instance(long guild) {
        Write write = Write.to(ActivityInstances.TABLE, CHANNEL, bot)
                .set(ActivityInstances.LAUNCH_ID, 5L)
                .set(ActivityInstances.USERS, List.of(alice));
        if (guild != 0) {
            write.set(ActivityInstances.GUILD_ID, guild);
        }
        town.rows().writeNow(List.of(write.build()));
    }

    private Outcome get(String id, long caller) {
        return town.rest(
                Keys.user(bot),
                "getActivityInstance",
                caller,
                Map.of("application_id", Town.text(bot), "activity_instance", id),
                "",
                "");
    }
}
