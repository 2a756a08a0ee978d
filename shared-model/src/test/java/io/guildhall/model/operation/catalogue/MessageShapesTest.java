package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.model.operation.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeds and components in messages, new and edited alike. */
class MessageShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"t\"}",
                "{\"timestamp\":\"2026-01-01T00:00:00Z\"}",
                "{\"image\":{\"url\":\"attachment://a.png\",\"width\":\"junk\"}}",
                "{\"fields\":[{\"name\":\"\",\"value\":\" \"}]}",
                "{\"footer\":{\"text\":\"f\"},\"provider\":7,\"video\":[]}"
            })
    void anEmbedNeedsSomethingToShowBeItAFieldWithoutText(String embed) {
        for (String operation : List.of("createMessage", "updateMessage")) {
            assertThat(problems(operation, "{\"embeds\":[" + embed + "]}")).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':2,'style':1,'label':'x','custom_id':'a','url':'http://a.example'} | MUTUALLY_EXCLUSIVE",
                "{'type':2,'style':5,'label':'x','url':'http://a.example','sku_id':'1'} | MUTUALLY_EXCLUSIVE",
                "{'type':2,'style':6,'sku_id':'1','label':'x'} | BUTTON_COMPONENT_INVALID_BUTTON",
                "{'type':2,'style':1,'label':'','custom_id':'a'} | BUTTON_COMPONENT_INVALID_BUTTON",
                "{'type':2,'style':1,'emoji':{},'custom_id':'a'} | COMPONENT_INVALID_EMOJI",
                "{'type':2,'style':1,'emoji':{'id':null,'name':'smile'},'custom_id':'a'} | COMPONENT_INVALID_EMOJI",
                "{'type':3,'custom_id':'a','options':[{'label':'a','value':'v'},{'label':'b','value':'v'}]} |"
                        + " VALUE_DUPLICATED",
                "{'type':3,'custom_id':'a','min_values':2,'max_values':2,'options':[{'label':'a','value':'v'}]} |"
                        + " fewer options",
                "{'type':6,'custom_id':'a','default_values':[{'id':'1','type':'user'}]} | BASE_TYPE_CHOICES",
                "{'type':5,'custom_id':'a','default_values':[{'id':'1','type':'user'},{'id':'2','type':'user'}]} |"
                        + " BASE_TYPE_BAD_LENGTH",
                "{'type':2,'style':1,'label':'x','custom_id':'a','id':7},{'type':2,'style':1,'label':'x','custom_id':'b','id':7}"
                        + " | COMPONENT_ID_DUPLICATED"
            },
            quoteCharacter = '`')
    void whatIsWrongWithAComponentIsNamedWhetherNewOrEdited(String inRow, String expected) {
        String json = "{'components':[{'type':1,'components':[" + inRow + "]}]}";
        for (String operation : List.of("createMessage", "updateMessage")) {
            assertThat(problems(operation, json.replace('\'', '"'))).contains(expected);
        }
    }

    /** discord.py decodes a waveform while it reads a message: by one that is no base64 it loses the message, and the channel's history with it. */
    @ParameterizedTest
    @CsvSource({
        "A, false",
        "AAA, false",
        "AAAAA, false",
        "AAA\u00e9, false",
        "AA=A, false",
        "'', true",
        "AA==, true",
        "AAA=, true",
        "+/9a, true"
    })
    void aWaveformIsBase64WhereverAMessageIsWritten(String waveform, boolean taken) {
        String body = "{\"content\":\"x\",\"attachments\":[{\"id\":0,\"waveform\":\"" + waveform + "\"}]}";
        for (String operation : List.of(
                "createMessage",
                "updateMessage",
                "executeWebhook",
                "updateWebhookMessage",
                "updateOriginalWebhookMessage")) {
            assertThat(problems(operation, body).contains("waveform"))
                    .as(operation)
                    .isEqualTo(!taken);
        }
        assertThat(problems("createThread", "{\"name\":\"x\",\"message\":" + body + "}")
                        .contains("waveform"))
                .isEqualTo(!taken);
        assertThat(problems("createInteractionResponse", "{\"type\":4,\"data\":" + body + "}")
                        .contains("waveform"))
                .isEqualTo(!taken);
    }

    /** As the text of one component is, and of embeds: an emoji is one character, though it takes two units of UTF-16. */
    @ParameterizedTest
    @CsvSource({"2000, true", "2001, false"})
    void textsOfAllComponentsAreCountedInCharacters(int each, boolean taken) {
        String display = "{\"type\":10,\"content\":\"" + "\uD83D\uDD25".repeat(each) + "\"}";
        String body = "{\"flags\":32768,\"components\":[" + display + "," + display + "]}";
        for (String operation : List.of("createMessage", "updateMessage")) {
            assertThat(problems(operation, body).contains("COMPONENT_MAX_TEXT_EXCEEDED"))
                    .isEqualTo(!taken);
        }
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
