package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.poll.PollReminder;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a guild is asked to do later in its channels it does in their threads too. */
class ThreadStepsTest extends ThreadTestBase {
    @Test
    void aPollInAThreadEndsAlsoWhenTheThreadWasArchivedMeanwhile() {
        long thread = standalone(11, MEMBER);
        long poll = id(
                guild.run(
                        Calls.of("createMessage", OWNER)
                                .path("channel_id", thread)
                                .body(
                                        "{\"poll\":{\"question\":{\"text\":\"Tea?\"},\"answers\":[{\"poll_media\":{\"text\":\"Yes\"}}],\"duration\":1}}")));
        update(thread, OWNER, "{\"archived\":true}");
        guild.clock().advance(Duration.ofHours(1));
        guild.takeEvents();
        guild.run(Command.newBuilder()
                .setInternal(Internal.newBuilder()
                        .setStep(PollReminder.STEP)
                        .setBody(Json.bytes(Json.object()
                                .put(ChannelStep.CHANNEL_ID, Long.toString(thread))
                                .put(PollReminder.MESSAGE_ID, Long.toString(poll))))));

        assertThat(guild.takeNames()).containsExactly("MESSAGE_UPDATE", "THREAD_UPDATE", "MESSAGE_CREATE");
        JsonNode ended = guild.run(
                Calls.of("getMessage", MEMBER).path("channel_id", thread).path("message_id", poll));
        assertThat(ended.at("/poll/results/is_finalized").asBoolean()).isTrue();
    }
}
