package io.guildhall.guild.webhookmessage;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormsTest {
    private static final String SENDER =
            "\"sender\":{\"login\":\"smee\",\"html_url\":\"https://g.example/smee\",\"avatar_url\":\"https://g.example/s.png\"}";
    private static final String REPOSITORY =
            "\"repository\":{\"html_url\":\"https://g.example/a/b\",\"name\":\"b\",\"full_name\":\"a/b\"}";
    private static final String ISSUE =
            "{\"number\":7,\"html_url\":\"https://g.example/7\",\"title\":\"It leaks\",\"body\":\"Much\"}";
    private static final String COMMENT =
            "{\"html_url\":\"https://g.example/c\",\"body\":\"Aye\",\"commit_id\":\"0123456789\"}";

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("general");
    private final long hook = Snowflake.parse(guild.run(
                    Calls.of("createWebhook", OWNER).path("channel_id", channel).body("{\"name\":\"Hook\"}"))
            .get("id")
            .asText());

    @Test
    void slacksFormBecomesAMessageWithEmbeds() {
        JsonNode message = sent("executeSlackWebhook", """
                {"text":"see <https://example.org|this>","username":"Smee","icon_url":"https://example.org/s.png",
                 "attachments":[{"title":"map","title_link":"https://example.org/map","pretext":"before","text":"after",
                  "color":"danger","ts":1700000000,"author_name":"Pan","footer":"end",
                  "fields":[{"title":"a","value":"b","short":true}]},{"color":"#fff"}]}
                """);

        assertThat(message.get("content").asText()).isEqualTo("see [this](https://example.org)");
        assertThat(message.at("/author/username").asText()).isEqualTo("Smee");
        assertThat(message.get("embeds")).hasSize(1);
        JsonNode embed = message.at("/embeds/0");
        assertThat(embed.get("title").asText()).isEqualTo("map");
        assertThat(embed.get("url").asText()).isEqualTo("https://example.org/map");
        assertThat(embed.get("description").asText()).isEqualTo("before\nafter");
        assertThat(embed.get("color").asInt()).isEqualTo(0xd50200);
        assertThat(embed.get("timestamp").asText()).startsWith("2023-11-14T22:13:20");
        assertThat(embed.at("/author/name").asText()).isEqualTo("Pan");
        assertThat(embed.at("/fields/0/inline").asBoolean()).isTrue();
    }

    @Test
    void whatIsTooMuchForOneMessageIsCut() {
        String attachment = "{\"title\":\"%s\",\"text\":\"%s\"}".formatted("t".repeat(300), "x".repeat(9000));
        JsonNode message = sent(
                "executeSlackWebhook",
                "{\"attachments\":[" + String.join(",", List.of(attachment, attachment, attachment)) + "]}");

        assertThat(message.get("embeds")).hasSize(2);
        assertThat(message.at("/embeds/0/title").asText()).hasSize(256).endsWith("…");
        assertThat(message.at("/embeds/0/description").asText()).hasSize(2048);
    }

    @Test
    void nothingInSlacksFormIsNoMessage() {
        assertThat(guild.refusal(call("executeSlackWebhook").body("{}"))).isEqualTo(50006);
    }

    @Test
    void pushedCommitsAreListed() {
        JsonNode embed = event("\"ref\":\"refs/heads/main\",\"compare\":\"https://g.example/x\",\"commits\":["
                + "{\"id\":\"0123456789\",\"url\":\"https://g.example/0\",\"message\":\"Fix\\n\\nmore\","
                + "\"author\":{\"name\":\"Smee\"}}]");

        assertThat(embed.get("title").asText()).isEqualTo("[b:main] 1 new commit");
        assertThat(embed.get("description").asText()).isEqualTo("[`0123456`](https://g.example/0) Fix - Smee");
        assertThat(embed.at("/author/name").asText()).isEqualTo("smee");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"action\":\"opened\",\"issue\":@issue | Issue opened: #7 It leaks",
                "\"action\":\"closed\",\"issue\":@issue | Issue closed: #7 It leaks",
                "\"action\":\"opened\",\"pull_request\":@issue | Pull request opened: #7 It leaks",
                "\"action\":\"created\",\"issue\":@issue,\"comment\":@comment | New comment on issue #7 It leaks",
                "\"action\":\"created\",\"comment\":@comment | New comment on commit `0123456`",
                "\"action\":\"created\",\"pull_request\":@issue,\"comment\":@comment "
                        + "| New review comment on pull request #7 It leaks",
                "\"action\":\"submitted\",\"pull_request\":@issue,\"review\":{\"html_url\":\"https://g.example/r\",\"state\":\"x\"} "
                        + "| Pull request review submitted: #7 It leaks",
                "\"ref\":\"topic\",\"ref_type\":\"branch\",\"master_branch\":\"main\" | New branch created: topic",
                "\"ref\":\"v1\",\"ref_type\":\"tag\" | Tag deleted: v1",
                "\"action\":\"published\",\"release\":{\"tag_name\":\"v1\",\"html_url\":\"https://g.example/v1\"} "
                        + "| New release published: v1",
                "\"action\":\"started\" | New star added",
                "\"action\":\"created\",\"discussion\":@issue | New discussion #7 It leaks",
                "\"action\":\"completed\",\"check_suite\":{\"conclusion\":\"success\",\"head_branch\":\"main\","
                        + "\"head_sha\":\"0123456789\",\"app\":{\"name\":\"CI\"}} | CI success on main"
            })
    void eventsOfGithubAreTold(String fields, String title) {
        JsonNode embed = event(fields.replace("@issue", ISSUE).replace("@comment", COMMENT));

        assertThat(embed.get("title").asText()).isEqualTo("[a/b] " + title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"action\":\"labeled\",\"issue\":@issue",
                "\"action\":\"deleted\",\"issue\":@issue,\"comment\":@comment",
                "\"ref\":\"refs/heads/main\",\"commits\":[]",
                "\"action\":\"whatever\""
            })
    void otherEventsAreNotWorthAMessage(String fields) {
        guild.takeEvents();
        guild.run(call("executeGithubWebhook")
                .body("{%s,%s,%s}"
                        .formatted(
                                SENDER,
                                REPOSITORY,
                                fields.replace("@issue", ISSUE).replace("@comment", COMMENT))));
        assertThat(guild.takeEvents()).isEmpty();
    }

    private JsonNode event(String fields) {
        return sent("executeGithubWebhook", "{%s,%s,%s}".formatted(SENDER, REPOSITORY, fields))
                .at("/embeds/0");
    }

    private JsonNode sent(String operation, String body) {
        guild.takeEvents();
        guild.run(call(operation).body(body));
        List<Event> told = guild.takeEvents();
        assertThat(told).extracting(Event::getName).containsExactly("MESSAGE_CREATE");
        return Json.parse(told.getFirst().getPayload());
    }

    private Calls call(String operation) {
        return Calls.of(operation, hook).bot().path("webhook_id", hook).path("channel_id", channel);
    }
}
