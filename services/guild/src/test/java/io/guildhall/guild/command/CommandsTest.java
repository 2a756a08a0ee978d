package io.guildhall.guild.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String PING = "{\"name\":\"ping\",\"description\":\"Ping\"}";

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bot = town.bot("robot", alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aNewCommandIsCreatedAndOneWithItsNameReplacesIt() {
        Outcome created = call("createCommand", 0, PING);
        Outcome replaced = call("createCommand", 0, "{\"name\":\"ping\",\"description\":\"Pong\"}");

        assertThat(created.getSuccess().getStatus()).isEqualTo(201);
        assertThat(replaced.getSuccess().getStatus()).isEqualTo(200);
        assertThat(Town.json(replaced).path("id")).isEqualTo(Town.json(created).path("id"));
        assertThat(Town.json(replaced).path("version"))
                .isNotEqualTo(Town.json(created).path("version"));
        assertThat(Town.json(replaced).path("application_id").asText()).isEqualTo(Town.text(bot));
        assertThat(Town.json(call("listCommands", 0, ""))).singleElement().satisfies(command -> assertThat(
                        command.path("description").asText())
                .isEqualTo("Pong"));
    }

    @Test
    void theSameDefinitionKeepsItsVersion() {
        JsonNode created = Town.json(call("createCommand", 0, PING));
        JsonNode again = Town.json(call("createCommand", 0, PING));

        assertThat(again).isEqualTo(created);
    }

    @Test
    void namesOfDifferentTypesAreApart() {
        call("createCommand", 0, PING);
        Outcome menu = call("createCommand", 0, "{\"name\":\"ping\",\"type\":2}");

        assertThat(menu.getSuccess().getStatus()).isEqualTo(201);
        assertThat(Town.json(menu).path("description").asText()).isEmpty();
    }

    @Test
    void settingAllKeepsTheIdsOfCommandsThatStay() {
        String kept = Town.json(call("createCommand", 0, PING)).path("id").asText();
        call("createCommand", 0, "{\"name\":\"gone\",\"description\":\"Gone\"}");

        JsonNode all =
                Town.json(call("bulkSetCommands", 0, "[{\"name\":\"new\",\"description\":\"New\"}," + PING + "]"));

        assertThat(all.findValuesAsText("name")).containsExactly("new", "ping");
        assertThat(all.get(1).path("id").asText()).isEqualTo(kept);
        assertThat(Town.json(call("listCommands", 0, "")).findValuesAsText("name"))
                .containsExactlyInAnyOrder("ping", "new");
    }

    @Test
    void oneNameTwiceIsRefusedWithItsPlace() {
        Outcome refused = call("bulkSetCommands", 0, "[" + PING + "," + PING + "]");

        assertThat(Town.code(refused)).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(refused.getFailure().getErrors().toStringUtf8())
                .contains("\"1\"")
                .contains("APPLICATION_COMMANDS_DUPLICATE_NAME");
    }

    @Test
    void thereAreAtMostFifteenUserCommands() {
        String sixteen = IntStream.range(0, 16)
                .mapToObj(index -> "{\"name\":\"menu" + index + "\",\"type\":2}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(Town.code(call("bulkSetCommands", 0, sixteen)))
                .isEqualTo(ErrorCode.MAXIMUM_NUMBER_OF_APPLICATION_COMMANDS_REACHED.number());
    }

    @Test
    void anApplicationMakesTwoHundredCommandsADayInEveryPlace() {
        long guild = town.guild(alice);
        town.addBot(guild, alice, bot, 0);
        made(0, 99);
        made(100, 99);
        // What is replaced is not made.
        call("createCommand", 0, "{\"name\":\"c100\",\"description\":\"Other\"}");
        call("createCommand", 0, PING);
        call("bulkSetCommands", 0, '[' + PING + ']');
        assertThat(call("createCommand", 0, "{\"name\":\"last\",\"description\":\"Last\"}")
                        .getSuccess()
                        .getStatus())
                .isEqualTo(201);

        Outcome refused = call("createCommand", 0, "{\"name\":\"more\",\"description\":\"More\"}");
        assertThat(Town.code(refused)).isEqualTo(ErrorCode.MAXIMUM_DAILY_APPLICATION_COMMAND_CREATES_REACHED.number());
        assertThat(Town.code(call("bulkSetCommands", 0, "[{\"name\":\"more\",\"description\":\"More\"}]")))
                .isEqualTo(ErrorCode.MAXIMUM_DAILY_APPLICATION_COMMAND_CREATES_REACHED.number());
        assertThat(Town.json(call("listCommands", 0, "")).findValuesAsText("name"))
                .containsExactly("ping", "last");
        assertThat(call("createGuildCommand", guild, PING).getSuccess().getStatus())
                .isEqualTo(201);

        town.clock().advance(Duration.ofDays(1));
        assertThat(call("createCommand", 0, "{\"name\":\"more\",\"description\":\"More\"}")
                        .getSuccess()
                        .getStatus())
                .isEqualTo(201);
    }

    /** In place of all that there were. */
    private void made(int first, int count) {
        Outcome set = call(
                "bulkSetCommands",
                0,
                IntStream.range(first, first + count)
                        .mapToObj(index -> "{\"name\":\"c" + index + "\",\"description\":\"x\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        assertThat(Town.json(set)).hasSize(count);
    }

    @Test
    void translationsAreListedOnlyWhenAskedFor() {
        call("createCommand", 0, """
            {"name":"ping","description":"Ping","name_localizations":{"de":"klingel"},
             "options":[{"type":3,"name":"who","description":"Who","name_localizations":{"de":"wer"}}]}\
            """);

        assertThat(Town.json(call("listCommands", 0, "")).toString()).doesNotContain("klingel", "wer");
        assertThat(Town.json(list("{\"with_localizations\":true}")).toString()).contains("klingel", "wer");
    }

    @Test
    void aListSaysInTheCallersLanguageWhatIsTranslatedToIt() {
        call("createCommand", 0, """
            {"name":"ping","description":"Ping","name_localizations":{"de":"klingel","en-GB":"ding"},
             "options":[{"type":3,"name":"who","description":"Who","description_localizations":{"de":"Wer"},
               "choices":[{"name":"all","value":"1","name_localizations":{"de":"Alle"}}]}]}\
            """);

        JsonNode german = listed("de").path(0);
        assertThat(german.path("name_localized").asText()).isEqualTo("klingel");
        assertThat(german.has("description_localized")).isFalse();
        JsonNode option = german.path("options").path(0);
        assertThat(option.path("description_localized").asText()).isEqualTo("Wer");
        assertThat(option.path("choices").path(0).path("name_localized").asText())
                .isEqualTo("Alle");
        assertThat(german.toString()).doesNotContain("localizations");

        assertThat(listed("").path(0).path("name_localized").asText()).isEqualTo("ding");
        assertThat(listed("fr").toString()).doesNotContain("locali");
    }

    private JsonNode listed(String locale) {
        return Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(bot))
                        .setRest(RestCall.newBuilder()
                                .setOperation("listCommands")
                                .setCaller(Caller.newBuilder().setUserId(bot).setBot(true))
                                .putPath("application_id", Town.text(bot))
                                .setLocale(locale))
                        .build()));
    }

    @Test
    void aChangeLeavesOtherFieldsAsTheyAre() {
        String id = Town.json(call("createCommand", 0, """
            {"name":"ping","description":"Ping","default_member_permissions":"8","nsfw":true}\
            """)).path("id").asText();

        JsonNode changed = Town.json(call("updateCommand", 0, id, "{\"name\":\"pong\"}"));

        assertThat(changed.path("name").asText()).isEqualTo("pong");
        assertThat(changed.path("description").asText()).isEqualTo("Ping");
        assertThat(changed.path("default_member_permissions").asText()).isEqualTo("8");
        assertThat(changed.path("nsfw").asBoolean()).isTrue();
        assertThat(Town.json(call("getCommand", 0, id, ""))).isEqualTo(changed);
    }

    @Test
    void aChangeToATakenNameIsRefused() {
        call("createCommand", 0, PING);
        String other = Town.json(call("createCommand", 0, "{\"name\":\"pong\",\"description\":\"Pong\"}"))
                .path("id")
                .asText();

        assertThat(Town.code(call("updateCommand", 0, other, "{\"name\":\"ping\"}")))
                .isEqualTo(ErrorCode.APPLICATION_COMMAND_WITH_THAT_NAME_ALREADY_EXISTS.number());
    }

    @Test
    void aDeletedCommandIsUnknown() {
        String id = Town.json(call("createCommand", 0, PING)).path("id").asText();

        assertThat(call("deleteCommand", 0, id, "").getSuccess().getStatus()).isEqualTo(204);
        assertThat(Town.code(call("getCommand", 0, id, ""))).isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND.number());
    }

    @Test
    void commandsOfAGuildNeedTheBotThereAndAreApart() {
        long guild = town.guild(alice);
        assertThat(Town.code(call("createGuildCommand", guild, PING))).isEqualTo(ErrorCode.MISSING_ACCESS.number());

        town.addBot(guild, alice, bot, 0);

        JsonNode created = Town.json(call("createGuildCommand", guild, PING));
        assertThat(created.path("guild_id").asText()).isEqualTo(Town.text(guild));
        assertThat(Town.json(call("listCommands", 0, ""))).isEmpty();
        assertThat(Town.json(call("listGuildCommands", guild, ""))).hasSize(1);
    }

    @Test
    void anActivityIsBegunEverywhereOrNowhere() {
        long guild = town.guild(alice);
        town.addBot(guild, alice, bot, 0);
        String launch = "{\"name\":\"launch\",\"type\":4}";

        assertThat(Town.code(call("createGuildCommand", guild, launch)))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(Town.code(call("bulkSetGuildCommands", guild, '[' + launch + ']')))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(Town.json(call("createCommand", 0, launch)).path("type").asInt())
                .isEqualTo(4);
    }

    @Test
    void strangersMayNot() {
        long bob = town.person("bob");

        assertThat(Town.code(town.rest(
                        Keys.user(bot), "listCommands", bob, Map.of("application_id", Town.text(bot)), "", "")))
                .isEqualTo(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Ping\",\"description\":\"upper case\"}",
                "{\"name\":\"pi ng\",\"description\":\"space\"}",
                "{\"name\":\"ping\"}",
                "{\"name\":\"ping\",\"type\":2,\"description\":\"menus have none\"}",
                "{\"name\":\"ping\",\"description\":\"x\",\"name_localizations\":{\"de\":\"Upper\"}}",
                """
                {"name":"ping","description":"mixed","options":[
                  {"type":1,"name":"sub","description":"x"},{"type":3,"name":"text","description":"x"}]}\
                """,
                """
                {"name":"ping","description":"order","options":[
                  {"type":3,"name":"a","description":"x"},{"type":3,"name":"b","description":"x","required":true}]}\
                """,
                """
                {"name":"ping","description":"twice","options":[
                  {"type":3,"name":"a","description":"x"},{"type":3,"name":"a","description":"x"}]}\
                """,
                """
                {"name":"ping","description":"deep","options":[{"type":2,"name":"group","description":"x","options":[
                  {"type":1,"name":"sub","description":"x","options":[
                    {"type":4,"name":"count","description":"x","min_value":5,"max_value":4}]}]}]}\
                """,
                """
                {"name":"ping","description":"both","options":[{"type":3,"name":"a","description":"x",
                  "autocomplete":true,"choices":[{"name":"one","value":"1"}]}]}\
                """
            })
    void whatIsNoCommandIsRefused(String body) {
        assertThat(Town.code(call("createCommand", 0, body))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(Town.json(call("listCommands", 0, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"größe\",\"description\":\"letters of any language\"}",
                "{\"name\":\"Say Hello\",\"type\":3}",
                """
                {"name":"ping","description":"deep","options":[{"type":2,"name":"group","description":"x","options":[
                  {"type":1,"name":"sub","description":"x","options":[
                    {"type":4,"name":"count","description":"x","min_value":1,"max_value":4,"required":true},
                    {"type":3,"name":"text","description":"x","choices":[{"name":"One","value":"1"}]}]}]}]}\
                """
            })
    void whatIsACommandIsTaken(String body) {
        assertThat(Town.json(call("createCommand", 0, body)).path("id").isTextual())
                .isTrue();
    }

    @Test
    void contextsDecideAboutDirectMessages() {
        JsonNode command =
                Town.json(call("createCommand", 0, "{\"name\":\"ping\",\"description\":\"Ping\",\"contexts\":[0]}"));

        assertThat(command.path("dm_permission").asBoolean()).isFalse();
        assertThat(List.of(0)).isEqualTo(List.of(command.path("contexts").get(0).asInt()));
    }

    private Outcome list(String query) {
        return town.rest(Keys.user(bot), "listCommands", bot, Map.of("application_id", Town.text(bot)), query, "");
    }

    private Outcome call(String operation, long guild, String body) {
        return call(operation, guild, "1", body);
    }

    private Outcome call(String operation, long guild, String command, String body) {
        Map<String, String> path = new HashMap<>();
        path.put("application_id", Town.text(bot));
        path.put("command_id", command);
        if (guild != 0) {
            path.put("guild_id", Town.text(guild));
        }
        return town.rest(Keys.user(bot), operation, bot, path, "", body);
    }
}
