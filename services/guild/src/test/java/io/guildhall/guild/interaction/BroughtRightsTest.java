package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.StoredFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application says for all to see, the person who has brought it along must be allowed to say. */
class BroughtRightsTest {
    private static final String HELLO = "{\"content\":\"hello\"}";
    private static final String EMBED = "{\"embeds\":[{\"title\":\"x\"}]}";

    private final BroughtGuild brought = new BroughtGuild();
    private final TestGuild guild = brought.guild;
    private final long channel = brought.app.channel;

    /** All ways by which something comes to be said. */
    private enum Way {
        ANSWER {
            @Override
            Calls say(BroughtGuild brought, JsonNode told, String message) {
                return brought.answer(told, message);
            }
        },
        MORE {
            @Override
            Calls say(BroughtGuild brought, JsonNode told, String message) {
                brought.guild.run(brought.answer(told, HELLO));
                return brought.more(told, message);
            }
        },
        EDIT {
            @Override
            Calls say(BroughtGuild brought, JsonNode told, String message) {
                brought.guild.run(brought.answer(told, HELLO));
                return brought.edit(told, message);
            }
        },
        ANNOUNCED_MORE {
            @Override
            Calls say(BroughtGuild brought, JsonNode told, String message) {
                brought.guild.run(brought.app.answer(told, "{\"type\":5}"));
                return brought.more(told, message);
            }
        },
        ANNOUNCED_EDIT {
            @Override
            Calls say(BroughtGuild brought, JsonNode told, String message) {
                brought.guild.run(brought.app.answer(told, "{\"type\":5}"));
                return brought.edit(told, message);
            }
        };

        abstract Calls say(BroughtGuild brought, JsonNode told, String message);
    }

    @Test
    void whoMayNotSpeakBringsNobodyWhoDoes() {
        brought.deny(channel, Permission.SEND_MESSAGES);
        assertEphemeral(channel);
    }

    @Test
    void inThreadsItCountsWhoMaySpeakInThem() {
        long thread = brought.thread();
        brought.deny(channel, Permission.SEND_MESSAGES_IN_THREADS);
        assertEphemeral(thread);
        brought.deny(channel, Permission.SEND_MESSAGES);
        guild.run(brought.answer(brought.use(thread), HELLO));
        assertThat(brought.sent().getOnlyUsersList()).isEmpty();
    }

    @Test
    void inALockedThreadOnlyThePersonSeesTheAnswer() {
        long thread = brought.thread();
        brought.lock(thread);
        assertEphemeral(thread);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void embedsAndFilesAreThePersons(Way way) {
        brought.deny(channel, Permission.EMBED_LINKS);
        assertRefused(way.say(brought, brought.use(channel), EMBED));
        brought.deny(channel, Permission.ATTACH_FILES);
        assertRefused(way.say(brought, brought.use(channel), HELLO)
                .file(StoredFile.newBuilder().setId(9).setFilename("a.txt").setContentType("text/plain")));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsBlockedForThePersonIsBlockedForWhatTheyBring(Way way) {
        guild.run(Calls.of("createAutoModerationRule", TestGuild.OWNER)
                .path("guild_id", guild.id())
                .body("""
                    {"name":"words","event_type":1,"trigger_type":1,"enabled":true,
                     "trigger_metadata":{"keyword_filter":["spinach"]},"actions":[{"type":1}]}\
                    """));
        for (String message : List.of(
                "{\"content\":\"eat spinach\"}",
                "{\"embeds\":[{\"description\":\"eat spinach\"}]}",
                "{\"content\":\"x\",\"components\":[{\"type\":1,\"components\":"
                        + "[{\"type\":2,\"style\":1,\"custom_id\":\"a\",\"label\":\"spinach\"}]}]}")) {
            Calls said = way.say(brought, brought.use(channel), message);
            guild.takeEvents();
            assertThat(guild.run(said).path("code").asInt())
                    .as(message)
                    .isEqualTo(ErrorCode.MESSAGE_WAS_BLOCKED_BY_AUTOMATIC_MODERATION.number());
            assertThat(guild.takeNames())
                    .contains("AUTO_MODERATION_ACTION_EXECUTION")
                    .doesNotContain("MESSAGE_CREATE", "MESSAGE_UPDATE");
        }
        JsonNode told = brought.use(channel);
        guild.run(brought.answer(told, "{\"content\":\"eat spinach\",\"flags\":64}"));
        assertThat(brought.sent().getOnlyUsersList()).containsExactly(AppInGuild.ANN);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyoneIsMentionedWhereThePersonMay(Way way) {
        brought.deny(channel, Permission.MENTION_EVERYONE);
        assertThat(mentionsEveryone(way)).isFalse();
        guild.run(Calls.of("setOverwrite", TestGuild.OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", AppInGuild.ANN)
                .body("{\"type\":1,\"allow\":\"" + Permission.MENTION_EVERYONE.mask() + "\"}"));
        assertThat(mentionsEveryone(way)).isTrue();
    }

    @Test
    void anAnnouncedAnswerStaysUnsaidWhenThePersonMaySpeakNoMore() {
        JsonNode told = brought.use(channel);
        guild.run(brought.app.answer(told, "{\"type\":5}"));
        brought.deny(channel, Permission.SEND_MESSAGES);
        assertRefused(brought.edit(told, HELLO));
    }

    @Test
    void whoIsTimedOutOrGoneChangesNothingOfIt() {
        JsonNode told = brought.use(channel);
        guild.run(brought.answer(told, HELLO));
        Instant later = Instant.ofEpochMilli(guild.clock().millis()).plusSeconds(600);
        brought.run("updateMember", "user_id", AppInGuild.ANN, "{\"communication_disabled_until\":\"" + later + "\"}");
        assertRefused(brought.edit(told, HELLO));
        brought.run("kickMember", "user_id", AppInGuild.ANN, "");
        assertThat(guild.refusal(brought.edit(told, HELLO))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    @Test
    void thePauseBetweenMessagesIsThePersons() {
        brought.run("updateChannel", "channel_id", channel, "{\"rate_limit_per_user\":60}");
        guild.run(Calls.of("createMessage", AppInGuild.ANN)
                .path("channel_id", channel)
                .body(HELLO));
        JsonNode told = brought.use(channel);
        assertThat(guild.refusal(brought.answer(told, HELLO)))
                .isEqualTo(ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT.number());
        guild.run(brought.answer(told, "{\"content\":\"hello\",\"flags\":64}"));
    }

    private boolean mentionsEveryone(Way way) {
        Calls said = way.say(brought, brought.use(channel), "{\"content\":\"@everyone\"}");
        guild.run(said);
        return guild.takeEvents().stream()
                .filter(event -> event.getName().startsWith("MESSAGE_"))
                .map(Event::getPayload)
                .map(Json::parse)
                .reduce((first, last) -> last)
                .orElseThrow()
                .path("mention_everyone")
                .asBoolean();
    }

    private void assertEphemeral(long place) {
        guild.run(brought.answer(brought.use(place), HELLO));
        assertThat(brought.sent().getOnlyUsersList()).containsExactly(AppInGuild.ANN);
    }

    private void assertRefused(Calls call) {
        assertThat(guild.refusal(call)).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }
}
