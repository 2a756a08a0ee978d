package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.model.operation.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, where some hold other rules than in messages for what may stand in both. */
class ModalShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TWO = "'options':[{'label':'a','value':'a'},{'label':'b','value':'b'}]";
    private static final String BOTH =
            "'options':[{'label':'a','value':'a','default':true},{'label':'b','value':'b','default':true}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':3,'disabled':true,OPTIONS} | cannot be disabled",
                "{'type':5,'disabled':true} | cannot be disabled",
                "{'type':8,'disabled':true} | cannot be disabled",
                "{'type':3,'min_values':0,OPTIONS} | NUMBER_TYPE_MIN",
                "{'type':6,'min_values':0,'required':true} | NUMBER_TYPE_MIN",
                "{'type':7,'min_values':0} | NUMBER_TYPE_MIN",
                "{'type':19,'min_values':0} | NUMBER_TYPE_MIN",
                "{'type':22,'min_values':0,OPTIONS} | NUMBER_TYPE_MIN",
                "{'type':22,'min_values':3,'max_values':3,OPTIONS} | fewer options",
                "{'type':22,'max_values':1,BOTH} | TOO_MANY_DEFAULT",
                "{'type':21,BOTH} | TOO_MANY_DEFAULT"
            })
    void whatNobodyCouldFillInIsRefused(String component, String problem) {
        assertThat(problems(component)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':3,'disabled':false,OPTIONS}",
                "{'type':3,'min_values':0,'required':false,OPTIONS}",
                "{'type':5,'min_values':0,'required':false}",
                "{'type':19,'min_values':0,'max_values':3,'required':false}",
                "{'type':22,BOTH}",
                "{'type':21,OPTIONS}"
            })
    void theRestIsTaken(String component) {
        assertThat(problems(component)).isEqualTo("{}");
    }

    private static String problems(String component) {
        String named = component.replace("OPTIONS", TWO).replace("BOTH", BOTH).replaceFirst("\\{", "{'custom_id':'a',");
        String json = "{'type':9,'data':{'custom_id':'f','title':'t','components':[{'type':18,'label':'l','component':"
                + named + "}]}}";
        Problems problems = Problems.none();
        try {
            Operations.byName("createInteractionResponse")
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
