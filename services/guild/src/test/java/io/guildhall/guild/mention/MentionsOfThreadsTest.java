package io.guildhall.guild.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.readstate.TestReading;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Threads;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guild is asked about many mentions in threads that it holds no more. */
class MentionsOfThreadsTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownMentions", "countMentions"})
    void eachArchivedThreadIsReadOnceAndBeforeItsTurn(String name) {
        long archived = town.nextId();
        town.rows()
                .writeNow(List.of(Write.to(ArchivedThreads.TABLE, guild, archived)
                        .set(Threads.PARENT_ID, channel)
                        .set(Threads.TYPE, 11L)
                        .set(Threads.ARCHIVED, true)
                        .build()));
        String thread = Town.text(archived);
        ObjectNode body = Json.object().put("user_id", Town.text(alice));
        ArrayNode mentions = body.putArray("mentions");
        for (int index = 0; index < 6; index++) {
            mentions.addObject()
                    .put("channel_id", index % 2 == 0 ? thread : Town.text(channel))
                    .put("message_id", Integer.toString(index + 1))
                    .put("everyone", true);
        }
        int before = town.rows().reads(ArchivedThreads.TABLE);

        int found = Town.json(town.stage()
                        .run(Command.newBuilder()
                                .setActor(Keys.guild(guild))
                                .setInternal(Internal.newBuilder().setStep(name).setBody(Json.bytes(body)))
                                .build()))
                .size();

        assertThat(found).isEqualTo(name.equals("ownMentions") ? 6 : 2);
        assertThat(town.rows().reads(ArchivedThreads.TABLE) - before).isEqualTo(1);
        List<ReadRequest> foreseen = TestReading.guildSteps()
                .filter(step -> step.step().equals(name))
                .map((GuildStep step) -> step.foreseen(guild, body))
                .findFirst()
                .orElseThrow();
        assertThat(foreseen)
                .containsExactly(
                        Read.row(ArchivedThreads.TABLE, guild, archived),
                        Read.row(ArchivedThreads.TABLE, guild, channel));
    }
}
