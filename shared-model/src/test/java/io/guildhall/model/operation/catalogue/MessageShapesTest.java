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
                "{'type':3,'custom_id':'a','options':[{'label':'a','value':'v'},{'label':'b','value':'v'}]} | VALUE_DUPLICATED",
                "{'type':3,'custom_id':'a','min_values':2,'max_values':2,'options':[{'label':'a','value':'v'}]} | fewer options",
                "{'type':6,'custom_id':'a','default_values':[{'id':'1','type':'user'}]} | BASE_TYPE_CHOICES",
                "{'type':5,'custom_id':'a','default_values':[{'id':'1','type':'user'},{'id':'2','type':'user'}]} | BASE_TYPE_BAD_LENGTH",
                "{'type':2,'style':1,'label':'x','custom_id':'a','id':7},{'type':2,'style':1,'label':'x','custom_id':'b','id':7} | COMPONENT_ID_DUPLICATED"
            },
            quoteCharacter = '`')
    void whatIsWrongWithAComponentIsNamedWhetherNewOrEdited(String inRow, String expected) {
        String json = "{'components':[{'type':1,'components':[" + inRow + "]}]}";
        for (String operation : List.of("createMessage", "updateMessage")) {
            assertThat(problems(operation, json.replace('\'', '"'))).contains(expected);
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
