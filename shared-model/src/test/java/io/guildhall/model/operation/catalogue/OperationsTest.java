package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Scope;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void noTwoOperationsShareARoute() {
        Set<String> routes = new HashSet<>();
        for (Operation operation : Operations.all()) {
            String route = operation.method() + " " + operation.path().replaceAll("\\{[a-z_]+}", "{}");
            assertThat(routes.add(route)).as(route).isTrue();
        }
    }

    @Test
    void everyConstantIsInTheCatalogue() throws ReflectiveOperationException, URISyntaxException {
        Path folder = Path.of(Operations.class.getResource("Operations.class").toURI())
                .getParent();
        for (String file : folder.toFile().list((directory, name) -> name.endsWith("Operations.class"))) {
            Class<?> area = Class.forName(Operations.class.getPackageName() + "." + file.replace(".class", ""));
            for (Field field : area.getFields()) {
                assertThat(Operations.all()).as(field.getName()).contains((Operation) field.get(null));
            }
        }
    }

    @Test
    void thePathNamesWhatTheScopeLooksFor() {
        for (Operation operation : Operations.all()) {
            String parameter = parameter(operation.scope());
            boolean inBody = Set.of(
                            "createGuild",
                            "authorizeBot",
                            "createInteraction",
                            "createStageInstance",
                            "createLobby",
                            "joinLobby")
                    .contains(operation.name());
            if (!parameter.isEmpty() && !inBody && operation.access() != Access.TOKEN) {
                assertThat(operation.path()).as(operation.name()).contains("{" + parameter + "}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":\"hello\",\"nonce\":1234567890123456789,\"tts\":false}",
                "{\"embeds\":[{\"title\":\"t\",\"type\":\"rich\",\"fields\":[{\"name\":\"a\",\"value\":\"b\"}]}]}",
                "{\"content\":\"x\",\"message_reference\":{\"message_id\":\"5\"},\"allowed_mentions\":null}",
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"Go\",\"custom_id\":\"g\"}]}]}",
                "{\"flags\":32768,\"components\":[{\"type\":17,\"components\":[{\"type\":10,\"content\":\"hi\"}]}]}"
            })
    void whatBotsSendIsTaken(String json) {
        assertThat(problems("createMessage", json)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"embeds\":[{\"fields\":[{\"name\":\"a\"}]}]} | BASE_TYPE_REQUIRED",
                "{\"embeds\":[{\"title\":\"t\"},{\"url\":\"http://a.example\",\"color\":1,\"fields\":[]}]} |"
                        + " BASE_TYPE_REQUIRED",
                "{\"components\":[{\"type\":10,\"content\":\"hi\"}]} | UNION_TYPE_CHOICES",
                "{\"flags\":32768,\"content\":\"x\"} | MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":5,\"label\":\"x\"}]}]} | A url is"
                        + " required",
                "{\"allowed_mentions\":{\"parse\":[\"users\"],\"users\":[\"1\"]}} | mutually exclusive",
                "{\"nonce\":\"12345678901234567890123456\"} | NONCE_TYPE_TOO_LONG"
            })
    void whatIsWrongIsNamed(String json, String expected) {
        assertThat(problems("createMessage", json)).contains(expected);
    }

    @Test
    void allEmbedsTogetherHaveABound() {
        String embed = "{\"description\":\"" + "x".repeat(3001) + "\"}";
        assertThat(problems("createMessage", "{\"embeds\":[" + embed + "," + embed + "]}"))
                .contains("MAX_EMBED_SIZE_EXCEEDED");
    }

    @Test
    void contentHasABound() {
        assertThat(problems("createMessage", "{\"content\":\"" + "x".repeat(2001) + "\"}"))
                .contains("BASE_TYPE_MAX_LENGTH", "2000 or fewer");
    }

    @Test
    void commandsMayNestSubCommands() {
        String json =
                "{\"name\":\"top\",\"description\":\"d\",\"options\":[{\"type\":2,\"name\":\"group\",\"description\":\"d\","
                        + "\"options\":[{\"type\":1,\"name\":\"sub\",\"description\":\"d\","
                        + "\"options\":[{\"type\":3,\"name\":\"text\",\"description\":\"d\",\"required\":true}]}]}]}";
        assertThat(problems("createCommand", json)).isEqualTo("{}");
        assertThat(problems("createCommand", "{\"name\":\"Top\",\"description\":\"d\"}"))
                .contains("APPLICATION_COMMAND_INVALID_NAME");
    }

    private static String parameter(Scope scope) {
        return switch (scope) {
            case GUILD -> "guild_id";
            case CHANNEL -> "channel_id";
            case WEBHOOK -> "webhook_id";
            case INVITE -> "code";
            case USER -> "user_id";
            case APPLICATION -> "application_id";
            case CONVERSATION -> "other_id";
            case LOBBY -> "lobby_id";
            case CALLER, CALLING_APPLICATION, API -> "";
        };
    }

    private static String problems(String operation, String json) {
        Problems problems = Problems.none();
        try {
            Operations.byName(operation).orElseThrow().body().orElseThrow().check(MAPPER.readTree(json), problems);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return problems.tree().toString();
    }
}
