package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in by which something is given a name, or text that is trimmed. */
class NamesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WIDE = "\\u00a0 O\\u202ene \\t\\u3000 \\u200b two\\u2069\\u2003";

    /** The names of emojis follow a pattern of their own, which leaves letters, digits and underscores. */
    private static final Set<String> OTHER_RULES =
            Set.of("createEmoji", "updateEmoji", "createApplicationEmoji", "updateApplicationEmoji");

    @Test
    void noNameAtTheTopOfABodyKeepsWhiteSpaceThatDoesNotShow() {
        List<String> seen = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            if (OTHER_RULES.contains(operation.name())
                    || !(operation.body().orElse(null) instanceof ObjectShape body)) {
                continue;
            }
            for (String field : List.of("name", "nick", "username", "global_name", "additional_name", "thread_name")) {
                body.field(field).ifPresent(shape -> {
                    seen.add(operation.name() + " " + field);
                    Problems problems = Problems.none();
                    String clean =
                            shape.check(parse('"' + WIDE + '"'), problems).asText();
                    // An account's name is refused, so that nobody is called otherwise than they meant to be.
                    assertThat(problems.isEmpty() ? clean : problems.tree().toString())
                            .as(operation.name() + " " + field)
                            .matches("One two|.*USERNAME_INVALID_CHARACTERS.*");
                });
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "createCommand name",
                        "updateCommand name",
                        "createGuildCommand name",
                        "updateGuildCommand name",
                        "register username",
                        "register global_name",
                        "addPasskey name",
                        "renamePasskey name",
                        "createApplication name",
                        "createSound name",
                        "updateSound name",
                        "createWebhook name",
                        "executeWebhook username",
                        "executeWebhook thread_name",
                        "putLobbyMember additional_name",
                        "executeSlackWebhook username",
                        "updateWebhook name",
                        "updateWebhookByToken name",
                        "updateApplication name",
                        "updateMyApplication name",
                        "updateMyUser username",
                        "updateMyUser global_name",
                        "sendFriendRequest username",
                        "createGuild name",
                        "updateGuild name",
                        "createChannel name",
                        "updateChannel name",
                        "createThread name",
                        "createThreadFromMessage name",
                        "createAutoModerationRule name",
                        "updateAutoModerationRule name",
                        "createTemplate name",
                        "updateTemplate name",
                        "createSku name",
                        "createRole name",
                        "updateRole name",
                        "createSticker name",
                        "createScheduledEvent name",
                        "updateScheduledEvent name",
                        "updateSticker name",
                        "addMember nick",
                        "updateMember nick",
                        "updateMyMember nick",
                        "updateMyNick nick");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createGuild | {'name':'Here','roles':[{'name':'WIDE'}]} | /roles/0/name",
                "createGuild | {'name':'Here','channels':[{'name':'WIDE','type':2}]} | /channels/0/name",
                "createGuild | {'name':'Here','channels':[{'name':'x','available_tags':[{'name':'WIDE'}]}]} |"
                        + " /channels/0/available_tags/0/name",
                "createChannel | {'name':'x','type':15,'available_tags':[{'name':'WIDE'}]} | /available_tags/0/name",
                "updateChannel | {'available_tags':[{'name':'WIDE'}]} | /available_tags/0/name",
                "updateLobbyMembers | [{'id':'1','additional_name':'WIDE'}] | /0/additional_name"
            })
    void noNameWithinABodyDoesEither(String operation, String json, String place) {
        String body = json.replace('\'', '"').replace("WIDE", WIDE);
        assertThat(clean(body(operation), body).at(place).asText()).isEqualTo("One two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createMessage | {'poll':{'question':{'text':'TEXT'},'answers':[{'poll_media':{'text':'x'}}]}} |"
                        + " /poll/question/text",
                "createMessage | {'poll':{'question':{'text':'x'},'answers':[{'poll_media':{'text':'TEXT'}}]}}"
                        + " | /poll/answers/0/poll_media/text",
                "createMessage | {'attachments':[{'id':0,'title':'TEXT'}]} | /attachments/0/title",
                "setVoiceStatus | {'status':'TEXT'} | /status",
                "createStageInstance | {'channel_id':'1','topic':'TEXT'} | /topic",
                "updateStageInstance | {'topic':'TEXT'} | /topic",
                "updateScheduledEvent | {'entity_metadata':{'location':'TEXT'}} | /entity_metadata/location",
                "updateMyApplication | {'tags':['TEXT']} | /tags/0",
                "setMyRoleConnection | {'platform_name':'TEXT'} | /platform_name",
                "setMyRoleConnection | {'platform_username':'TEXT'} | /platform_username",
                "updateSettings | {'custom_status':{'text':'TEXT'}} | /custom_status/text"
            })
    void noLineReachesBeyondItsEnd(String operation, String json, String place) {
        String body = json.replace('\'', '"').replace("TEXT", "\\u202eOne\\u0000 \\u2067two");
        assertThat(clean(body(operation), body).at(place).asText()).isEqualTo("One two");
    }

    @ParameterizedTest
    @CsvSource({
        "createWebhook,name",
        "updateWebhook,name",
        "updateWebhookByToken,name",
        "executeWebhook,username",
        "executeSlackWebhook,username"
    })
    void noWebhookPretendsToBeWhatItIsNot(String operation, String field) {
        for (String name : List.of("Discord", "Captain Clyde", "disc\u200bord", "D\u0456scord")) {
            assertThat(problems(operation, "{\"" + field + "\":\"" + name + "\"}"))
                    .as(name)
                    .contains("USERNAME_INVALID_CONTAINS");
        }
    }

    @Test
    void aNameIsMeasuredAsItIsKept() {
        String longest = "x".repeat(50) + " ".repeat(60) + "x".repeat(49);
        assertThat(clean(body("createRole"), "{\"name\":\"" + longest + "\"}")
                        .get("name")
                        .asText())
                .hasSize(100);
        assertThat(problems("createChannel", "{\"name\":\"\\u200b \\u200b\"}")).contains("BASE_TYPE_REQUIRED");
        assertThat(problems("createGuild", "{\"name\":\" \\u00a0x \"}")).contains("BASE_TYPE_BAD_LENGTH");
        assertThat(clean(body("updateMyNick"), "{\"nick\":\" \\u00a0 \"}")
                        .get("nick")
                        .asText())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':'TEXT'} | /content",
                "{'embeds':[{'title':'TEXT'}]} | /embeds/0/title",
                "{'embeds':[{'description':'TEXT'}]} | /embeds/0/description",
                "{'embeds':[{'footer':{'text':'TEXT'}}]} | /embeds/0/footer/text",
                "{'embeds':[{'author':{'name':'TEXT'}}]} | /embeds/0/author/name",
                "{'embeds':[{'fields':[{'name':'TEXT','value':'x'}]}]} | /embeds/0/fields/0/name",
                "{'embeds':[{'fields':[{'name':'','value':'TEXT'}]}]} | /embeds/0/fields/0/value"
            })
    void messagesAreTrimmedAndKeepTheirLinesWhetherNewOrEdited(String json, String place) {
        String body = json.replace('\'', '"').replace("TEXT", "\\u00a0 One\\n\\n  two \\n");
        for (String operation : List.of("createMessage", "updateMessage")) {
            assertThat(clean(body(operation), body).at(place).asText()).isEqualTo("One\n\n  two");
        }
    }

    @Test
    void whatIsTakenOffAtTheEndsOfAMessageDoesNotCount() {
        String body = "{\"content\":\"" + "x".repeat(2000) + "\\u00a0 \"}";
        assertThat(clean(body("createMessage"), body).get("content").asText()).hasSize(2000);
        String embed = "{\"embeds\":[{\"footer\":{\"text\":\"" + "x".repeat(2048) + "  \"}}]}";
        assertThat(problems("createMessage", embed)).isEqualTo("{}");
    }

    private static Shape body(String operation) {
        return Operations.byName(operation).orElseThrow().body().orElseThrow();
    }

    private static JsonNode clean(Shape shape, String json) {
        Problems problems = Problems.none();
        JsonNode clean = shape.check(parse(json), problems);
        assertThat(problems.tree()).isEqualTo(JsonNodeFactory.instance.objectNode());
        return clean;
    }

    private static String problems(String operation, String json) {
        Problems problems = Problems.none();
        body(operation).check(parse(json), problems);
        return problems.tree().toString();
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
