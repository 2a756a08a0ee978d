package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceUpdateTest {
    private static final long NOW = 1_700_000_000_000L;

    private static JsonNode read(String json) throws Refusal {
        return Json.parse(ByteString.copyFrom(PresenceUpdate.read(Json.parse(json), NOW)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {'status':'online','since':null,'activities':[],'afk':false}",
                "{'status':''} | {'status':'online','since':null,'activities':[],'afk':false}",
                "{'status':null,'since':0.5,'afk':null} | {'status':'online','since':0,'activities':[],'afk':false}",
                "{'status':7,'since':{'secs_since_epoch':1}} | {'status':'online','since':null,'activities':[],'afk':false}",
                "{'status':'dnd','since':1e300,'activities':'x'} | {'status':'dnd','since':null,'activities':[],'afk':false}",
                "{'status':'idle','since':-1,'activities':[1,null]} | {'status':'idle','since':null,'activities':[],'afk':false}",
                "{'game':{'name':'chess','type':0}} | {'status':'online','since':null,'activities':[{'id':'6181508342a23b47','name':'chess','type':0,"
                        + "'created_at':1700000000000}],'afk':false}",
                "{'activities':[{'name':'\\u202e a\\u2066b ','state':'\\u0007c\\u202d','details':'\\u202e'},{'name':'\\u202e'}]}"
                        + " | {'status':'online','since':null,'activities':[{'id':'1a9928d03c6d31ae','name':'ab','type':0,"
                        + "'created_at':1700000000000,'state':'c'}],'afk':false}",
                "{'activities':[{'name':'a','url':'javascript:a','application_id':'0','party':{'id':'p','size':[-1,5]},"
                        + "'emoji':{'name':'e','id':0}}]} | {'status':'online','since':null,'activities':[{'id':'f6943b3ce64d3ef1','name':'a','type':0,"
                        + "'created_at':1700000000000,'emoji':{'name':'e','animated':false},'party':{'id':'p'}}],'afk':false}",
                "{'game':null} | {'status':'online','since':null,'activities':[],'afk':false}",
                "{'activities':[{'name':'a','type':'evil'},{'name':'b','type':99},{'name':3},{'name':'c','created_at':'x'}]}"
                        + " | {'status':'online','since':null,'activities':[{'id':'0fa2fc5954ab30ec','name':'c','type':0,'created_at':1700000000000}],"
                        + "'afk':false}"
            })
    void whatLibrariesSendIsUnderstood(String sent, String understood) throws Refusal {
        assertThat(read(sent.replace('\'', '"')))
                .isEqualTo(Json.parse(understood.strip().replace('\'', '"')));
    }

    @Test
    void everyFieldOfAnActivityIsBuiltAnew() throws Refusal {
        JsonNode activity = read("""
                {"activities":[{"name":"n","type":1,"url":"https://x","state":["s"],"details":"d","application_id":"12",
                "timestamps":{"start":5,"end":"soon","other":1},"emoji":{"name":"e","id":"no","animated":1},
                "party":{"id":"p","size":[1,2],"evil":{}},"assets":{"large_image":"l","small_text":{}},"flags":"1",
                "buttons":["one",{"label":"two","url":"https://y"},"three"],"secrets":{"join":"j"},"evil":[[[]]]}]}
                """).path("activities").path(0);
        assertThat(activity).isEqualTo(Json.parse("""
                        {"id":"25a6c4d704223d19","name":"n","type":1,"created_at":1700000000000,"url":"https://x","details":"d","application_id":"12",
                        "timestamps":{"start":5},"emoji":{"name":"e","animated":true},"party":{"id":"p","size":[1,2]},
                        "assets":{"large_image":"l"},"buttons":["one","two"]}
                        """));
    }

    /** Discord4J drops the whole event when one has none. */
    @Test
    void everyActivityHasAnIdThatStaysWhileItIsTheSame() throws Refusal {
        JsonNode activities = read("""
                {"activities":[{"name":"n","state":"a"},{"name":"n","state":"b"},{"name":"m"},{"name":"x","type":4,"state":"s"}]}
                """).path("activities");
        assertThat(activities.path(0).path("id").asText()).matches("[0-9a-f]{16}");
        assertThat(activities.path(1).path("id")).isEqualTo(activities.path(0).path("id"));
        assertThat(activities.path(2).path("id"))
                .isNotEqualTo(activities.path(0).path("id"));
        assertThat(activities.path(3).path("id").asText()).isEqualTo("custom");
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 128, 129, 4_000})
    void textsAreCutBetweenCharacters(int length) throws Refusal {
        String name = "x".repeat(length - 1) + "\uD83D\uDE00";
        String kept = read("{\"activities\":[{\"name\":\"" + name + "\"}]}")
                .path("activities")
                .path(0)
                .path("name")
                .asText();
        assertThat(kept).isEqualTo(name.substring(0, length == 127 ? 128 : length == 128 ? 127 : 128));
        assertThat(name).startsWith(kept);
    }
}
