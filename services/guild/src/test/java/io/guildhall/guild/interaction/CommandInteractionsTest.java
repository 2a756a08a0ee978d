package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandInteractionsTest {
    private final AppInGuild app = new AppInGuild();

    @Test
    void theApplicationIsToldOfACommandAndThePersonThatItIsUnderWay() {
        app.command("\"options\":[{\"type\":6,\"name\":\"who\",\"description\":\"x\",\"required\":true}]");
        app.run("[{\"type\":6,\"name\":\"who\",\"value\":\"%d\"}]".formatted(AppInGuild.BEN));

        List<Event> events = app.guild.takeEvents();
        assertThat(AppInGuild.names(events)).containsExactly("INTERACTION_CREATE", "INTERACTION_CREATE");
        assertThat(events.getFirst().getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        assertThat(events.getFirst().getPayload().toStringUtf8())
                .contains("\"nonce\":\"7\"")
                .doesNotContain("token");
        JsonNode told = Json.parse(events.getLast().getPayload());
        assertThat(events.getLast().getOnlyUsersList()).containsExactly(AppInGuild.BOT);
        assertThat(events.getLast().getChannelId()).isZero();
        assertThat(told.path("data").path("name").asText()).isEqualTo("ask");
        assertThat(told.at("/data/options/0/value").asText()).isEqualTo(Long.toString(AppInGuild.BEN));
        assertThat(told.at("/data/resolved/users/" + AppInGuild.BEN + "/username")
                        .asText())
                .isEqualTo("ben");
        assertThat(told.at("/data/resolved/members/" + AppInGuild.BEN + "/permissions")
                        .asText())
                .isNotEmpty();
        assertThat(told.at("/member/user/username").asText()).isEqualTo("ann");
        assertThat(told.at("/member/permissions").asText()).isNotEmpty();
        assertThat(told.at("/channel/name").asText()).isEqualTo("general");
        assertThat(told.at("/guild/id").asText()).isEqualTo(Long.toString(app.guild.id()));
        assertThat(told.at("/authorizing_integration_owners/0").asText()).isEqualTo(Long.toString(app.guild.id()));
        assertThat(told.path("context").asInt()).isZero();
        assertThat(told.path("locale").asText()).isEqualTo("en-US");
        assertThat(told.path("entitlements").isArray()).isTrue();
    }

    @Test
    void anApplicationWhoseAccountIsDisabledIsNotUsed() {
        app.command("\"options\":[]");
        app.guild
                .storage()
                .write(List.of(Write.to(Users.TABLE, AppInGuild.BOT)
                        .set(Users.DISABLED, true)
                        .build()));

        assertThat(app.guild.refusal(app.interaction(
                        AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}")))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
        assertThat(AppInGuild.names(app.guild.takeEvents())).doesNotContain("INTERACTION_CREATE");
    }

    @Test
    void whatIsForAdultsRunsOnlyInChannelsThatAre() {
        app.command("\"nsfw\":true");
        assertThat(app.guild.refusal(app.interaction(
                        AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}")))
                .isEqualTo(10063);
        app.guild.run(Calls.of("updateChannel", TestGuild.OWNER)
                .path("channel_id", app.channel)
                .body("{\"nsfw\":true}"));

        app.run("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":3,\"name\":\"o\",\"max_length\":2} | \"abc\"",
                "{\"type\":3,\"name\":\"o\",\"min_length\":2} | \"a\"",
                "{\"type\":3,\"name\":\"o\",\"choices\":[{\"name\":\"A\",\"value\":\"a\"}]} | \"b\"",
                "{\"type\":3,\"name\":\"o\"} | 1",
                "{\"type\":4,\"name\":\"o\"} | 1.5",
                "{\"type\":4,\"name\":\"o\",\"max_value\":5} | 6",
                "{\"type\":4,\"name\":\"o\"} | \"1e999999999\"",
                "{\"type\":10,\"name\":\"o\",\"min_value\":0.5} | 0.25",
                "{\"type\":5,\"name\":\"o\"} | \"true\"",
                "{\"type\":6,\"name\":\"o\"} | \"99\"",
                "{\"type\":7,\"name\":\"o\"} | \"99\"",
                "{\"type\":8,\"name\":\"o\"} | \"99\"",
                "{\"type\":9,\"name\":\"o\"} | \"99\"",
                "{\"type\":11,\"name\":\"o\"} | \"0\"",
            })
    void aValueThatTheOptionDoesNotTakeIsRefused(String option, String value) {
        app.command("\"options\":[" + option + "]");

        assertThatThrownBy(() -> app.run("[{\"type\":3,\"name\":\"o\",\"value\":" + value + "}]"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(50035));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":3,\"name\":\"o\"} | \"abc\" | \"abc\"",
                "{\"type\":4,\"name\":\"o\"} | \"12\" | 12",
                "{\"type\":4,\"name\":\"o\",\"choices\":[{\"name\":\"A\",\"value\":3}]} | 3 | 3",
                "{\"type\":10,\"name\":\"o\"} | 0.25 | 0.25",
                "{\"type\":5,\"name\":\"o\"} | false | false",
            })
    void aValueComesInTheFormOfItsType(String option, String value, String told) {
        app.command("\"options\":[" + option + "]");
        app.run("[{\"type\":3,\"name\":\"o\",\"value\":" + value + "}]");

        assertThat(app.received().at("/data/options/0/value")).hasToString(told);
    }

    @Test
    void aFileIsTheValueOfItsOption() {
        app.command("\"options\":[{\"type\":11,\"name\":\"o\"}]");
        app.guild.run(withFile());

        JsonNode told = app.received();
        assertThat(told.at("/data/options/0/value").asText()).isEqualTo("77");
        assertThat(told.at("/data/resolved/attachments/77/filename").asText()).isEqualTo("cat.png");
        assertThat(told.at("/data/resolved/attachments/77/ephemeral").asBoolean())
                .isTrue();
    }

    @Test
    void aFileOfSomebodyWhoMaySendNoneIsRefused() {
        app.command("\"options\":[{\"type\":11,\"name\":\"o\"}]");
        app.guild.run(Calls.of("updateRole", TestGuild.OWNER)
                .path("guild_id", app.guild.id())
                .path("role_id", app.guild.id())
                .body("{\"permissions\":\""
                        + Permission.of(Permission.VIEW_CHANNEL, Permission.USE_APPLICATION_COMMANDS) + "\"}"));

        assertThat(app.guild.refusal(withFile())).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    private Calls withFile() {
        return app.interaction(
                        AppInGuild.ANN,
                        2,
                        "\"data\":{\"id\":\"3000001\",\"version\":\"1\","
                                + "\"options\":[{\"type\":11,\"name\":\"o\",\"value\":\"0\"}]}")
                .file(StoredFile.newBuilder()
                        .setId(77)
                        .setFilename("cat.png")
                        .setContentType("image/png")
                        .setSize(3)
                        .setUrl("http://localhost/attachments/1/77/cat.png"));
    }

    @Test
    void whatIsRequiredMustBeThereAndWhatIsUnknownMustNot() {
        app.command("\"options\":[{\"type\":3,\"name\":\"o\",\"required\":true}]");

        assertThatThrownBy(() -> app.run("[]")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> app.run("[{\"type\":3,\"name\":\"o\",\"value\":\"a\"},"
                        + "{\"type\":3,\"name\":\"p\",\"value\":\"a\"}]"))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void aSubCommandNamesTheAnswer() {
        app.command("\"options\":[{\"type\":2,\"name\":\"group\",\"options\":[{\"type\":1,\"name\":\"sub\","
                + "\"options\":[{\"type\":5,\"name\":\"flag\"}]}]}]");
        app.run("[{\"type\":2,\"name\":\"group\",\"options\":[{\"type\":1,\"name\":\"sub\","
                + "\"options\":[{\"type\":5,\"name\":\"flag\",\"value\":true}]}]}]");

        JsonNode told = app.received();
        assertThat(told.at("/data/options/0/options/0/options/0/value").asBoolean())
                .isTrue();
        app.guild.run(app.answer(told, "{\"type\":4,\"data\":{\"content\":\"x\"}}"));
        assertThat(app.original(told).at("/interaction/name").asText()).isEqualTo("ask group sub");
    }

    @Test
    void autocompletionGetsWhatIsTypedAndAnswersThePerson() {
        app.command("\"options\":[{\"type\":4,\"name\":\"o\",\"required\":true,\"autocomplete\":true},"
                + "{\"type\":3,\"name\":\"p\",\"required\":true}]");
        app.run(4, "[{\"type\":4,\"name\":\"o\",\"value\":\"1a\",\"focused\":true}]");

        JsonNode told = app.received();
        assertThat(told.at("/data/options/0/value").asText()).isEqualTo("1a");
        assertThat(told.at("/data/options/0/focused").asBoolean()).isTrue();
        assertThatThrownBy(() -> app.guild.run(app.answer(told, "{\"type\":4,\"data\":{\"content\":\"x\"}}")))
                .isInstanceOf(ApiException.class);
        app.guild.run(app.answer(told, "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"One\",\"value\":1}]}}"));
        Event found = app.guild.takeEvents().getFirst();
        assertThat(found.getName()).isEqualTo("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE");
        assertThat(found.getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        assertThat(found.getPayload().toStringUtf8()).contains("\"One\"").contains("\"nonce\":\"7\"");
    }

    @Test
    void aThreadIsAChannelThatCanBeNamed() {
        String thread = app.guild
                .run(Calls.of("createThread", AppInGuild.BEN)
                        .path("channel_id", app.channel)
                        .body("{\"name\":\"open\",\"type\":11}"))
                .path("id")
                .asText();
        String closed = app.guild
                .run(Calls.of("createThread", AppInGuild.BEN)
                        .path("channel_id", app.channel)
                        .body("{\"name\":\"closed\",\"type\":12}"))
                .path("id")
                .asText();
        app.command("\"options\":[{\"type\":7,\"name\":\"where\",\"description\":\"x\"}]");
        String option = "[{\"type\":7,\"name\":\"where\",\"value\":\"%s\"}]";
        app.run(option.formatted(thread));
        JsonNode told = app.received().at("/data/resolved/channels/" + thread);
        assertThat(told.path("name").asText()).isEqualTo("open");
        assertThat(told.path("parent_id").asText()).isEqualTo(Long.toString(app.channel));
        assertThat(told.at("/thread_metadata/archived").asBoolean(true)).isFalse();
        assertThat(told.has("permissions")).isTrue();
        assertThat(told.has("app_permissions")).isTrue();
        assertThat(app.guild.refusal(app.interaction(
                        AppInGuild.ANN,
                        2,
                        "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":%s}"
                                .formatted(option.formatted(closed)))))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
    }

    @Test
    void aCommandOfAMenuIsUsedOnAUserOrAMessage() {
        app.command("\"type\":2");
        app.runOn(AppInGuild.BEN);
        assertThat(app.received()
                        .at("/data/resolved/users/" + AppInGuild.BEN + "/username")
                        .asText())
                .isEqualTo("ben");

        app.command("\"type\":3");
        String message = app.guild
                .run(Calls.of("createMessage", AppInGuild.BEN)
                        .path("channel_id", app.channel)
                        .body("{\"content\":\"hi\"}"))
                .path("id")
                .asText();
        app.runOn(Long.parseLong(message));
        JsonNode told = app.received();
        assertThat(told.at("/data/resolved/messages/" + message + "/content").asText())
                .isEqualTo("hi");
        app.guild.run(app.answer(told, "{\"type\":4,\"data\":{\"content\":\"x\"}}"));
        assertThat(app.original(told).path("type").asInt()).isEqualTo(23);
    }

    @Test
    void aCommandIsForThoseWhoMayUseIt() {
        app.command("\"default_member_permissions\":\"8\"");
        assertThat(app.guild.refusal(app.interaction(AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\"}")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        app.guild.run(app.interaction(TestGuild.OWNER, 2, "\"data\":{\"id\":\"3000001\"}"));

        app.command("\"contexts\":[1]");
        assertThat(app.guild.refusal(app.interaction(AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\"}")))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND.number());
        app.command("\"contexts\":[0]");
        assertThat(app.guild.refusal(
                        app.interaction(AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\",\"version\":\"2\"}")))
                .isEqualTo(50035);
        assertThat(app.guild.refusal(app.interaction(AppInGuild.ANN, 2, "\"data\":{\"id\":\"5\"}")))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND.number());
    }
}
