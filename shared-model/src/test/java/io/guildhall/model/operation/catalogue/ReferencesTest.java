package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.model.operation.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to others without being looked up names nothing by 0: typed clients lose the whole event, be it the guild's own, by such an id. */
class ReferencesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ZEROS = List.of("0", "'0'", "'00'", "' 0 '");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':2,'style':1,'label':'x','custom_id':'a','emoji':{'id':%s,'name':'e'}}",
                "{'type':2,'style':6,'sku_id':%s}",
                "{'type':3,'custom_id':'a','options':[{'label':'a','value':'v','emoji':{'id':%s,'name':'e'}}]}",
                "{'type':5,'custom_id':'a','default_values':[{'id':%s,'type':'user'}]}",
                "{'type':8,'custom_id':'a','default_values':[{'id':%s,'type':'channel'}]}"
            })
    void ofComponentsAreNeverZero(String component) {
        String row = "{'components':[{'type':1,'components':[" + component + "]}]}";
        for (String operation : List.of("createMessage", "updateMessage", "executeWebhook")) {
            requireNoZero(operation, row);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "createChannel | {'name':'c','parent_id':%s}",
                "updateChannel | {'parent_id':%s}",
                "updateChannelPositions | [{'id':'5','parent_id':%s}]",
                "createChannel | {'name':'c','default_reaction_emoji':{'emoji_id':%s}}",
                "updateChannel | {'available_tags':[{'name':'t','emoji_id':%s}]}",
                "createAutoModerationRule | {'name':'r','event_type':1,'trigger_type':1,'exempt_roles':[%s]}",
                "updateAutoModerationRule | {'exempt_channels':[%s]}",
                "setCommandPermissions | {'permissions':[{'id':%s,'type':1,'permission':true}]}"
            })
    void ofGuildsAreNeverZero(String operation, String body) {
        requireNoZero(operation, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'gg','channels':[{'name':'c','id':%s},{'name':'d','parent_id':%<s}]}"})
    void placeholdersMayBeginAtZero(String body) {
        ZEROS.forEach(zero ->
                assertThat(problems("createGuild", body.formatted(zero))).isEqualTo("{}"));
    }

    private static void requireNoZero(String operation, String body) {
        assertThat(problems(operation, body.formatted("'1'"))).as(operation).isEqualTo("{}");
        ZEROS.forEach(zero -> assertThat(problems(operation, body.formatted(zero)))
                .as(operation)
                .contains("NUMBER_TYPE_MIN"));
    }

    private static String problems(String operation, String json) {
        Problems problems = Problems.none();
        try {
            Operations.byName(operation)
                    .orElseThrow()
                    .body()
                    .orElseThrow()
                    .check(MAPPER.readTree(json.replace('\'', '"')), problems);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return problems.tree().toString();
    }
}
