package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** Where an application that a person has along comes to nothing, though it has a token. */
class BroughtPlaceTest {
    private static final String HELLO = "{\"content\":\"hello\"}";

    private final BroughtGuild brought = new BroughtGuild();

    @Test
    void aLockedThreadStaysClosed() {
        long thread = brought.thread();
        JsonNode told = brought.use(thread);
        brought.guild.run(brought.answer(told, HELLO));
        brought.guild.run(brought.more(told, HELLO));
        brought.lock(thread);
        assertThat(brought.guild.refusal(brought.more(told, HELLO))).isEqualTo(ErrorCode.THREAD_LOCKED.number());
        assertThat(brought.guild.refusal(brought.edit(told, HELLO))).isEqualTo(ErrorCode.THREAD_LOCKED.number());
    }

    @Test
    void aChannelThatIsGoneHasNothingToShow() {
        JsonNode told = brought.use(brought.app.channel);
        brought.guild.run(brought.answer(told, HELLO));
        assertThat(brought.app.original(told).path("content").asText()).isEqualTo("hello");
        brought.run("deleteChannel", "channel_id", brought.app.channel, "");
        assertThat(brought.guild.refusal(brought.app.bearer("getOriginalWebhookMessage", told)))
                .isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
    }

    @Test
    void aGuildThatIsGoneIsUnknown() {
        JsonNode told = brought.use(brought.app.channel);
        brought.guild.run(brought.answer(told, HELLO));
        brought.run("deleteGuild", "user_id", TestGuild.OWNER, "");
        assertThat(brought.guild.refusal(brought.app.bearer("getOriginalWebhookMessage", told)))
                .isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
    }
}
