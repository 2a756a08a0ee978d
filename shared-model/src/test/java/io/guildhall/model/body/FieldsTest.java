package io.guildhall.model.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private final Fields fields = new Fields(Json.parse("""
                    {"name": "a", "nick": null, "id": "5", "allow": "1024", "ids": ["7", "8"], "tags": [{"a": 1}], "inner": {"name": "b"},
                     "at": "1970-01-01T00:00:01+00:00"}
                    """));

    @Test
    void whatIsNotNamedIsAbsent() {
        Given<String> topic = fields.text("topic");
        assertThat(topic.named()).isFalse();
        assertThat(topic.value()).isEmpty();
        assertThat(topic.or("none")).isEqualTo("none");
    }

    @Test
    void aNullIsNamedAndHasNoValue() {
        Given<String> nick = fields.text("nick");
        assertThat(nick.named()).isTrue();
        assertThat(nick.hasValue()).isFalse();
        assertThat(nick.orNull()).isNull();
        assertThat(nick.map(text -> text + "!").named()).isTrue();
    }

    @Test
    void aValueIsReadAndShownAsJsonHasIt() {
        assertThat(fields.text("name").map(text -> text + "!").required()).isEqualTo("a!");
        assertThat(fields.snowflake("id").required()).isEqualTo(5);
        assertThat(fields.snowflake("id").json(6L)).isEqualTo("6");
        assertThat(fields.permissions("allow").json(2048L)).isEqualTo("2048");
        assertThat(fields.snowflakes("ids").required()).isEqualTo(List.of(7L, 8L));
        assertThat(fields.timestamp("at").required()).isEqualTo(1000);
        assertThat(fields.timestamp("at").json(1000L)).isEqualTo("1970-01-01T00:00:01.000000+00:00");
        assertThat(fields.json("tags").required()).isEqualTo("[{\"a\":1}]");
        assertThat(fields.json("tags").json("[]")).isEqualTo(Json.array());
    }

    @Test
    void anObjectInsideIsReadAsARecordToo() {
        Given<String> name =
                fields.object("inner", inner -> new Fields(inner).text("name")).required();
        assertThat(name.required()).isEqualTo("b");
    }

    @Test
    void whatIsMissingIsRefusedWithItsName() {
        assertThatThrownBy(() -> fields.text("nick").required())
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.toBody()
                                .at("/errors/nick/_errors/0/code")
                                .asText())
                        .isEqualTo("BASE_TYPE_REQUIRED"));
    }

    @Test
    void anEmptyBodyNamesNothing() {
        Fields none = new Fields(Json.parse(ByteString.EMPTY));
        assertThat(none.number("flags").named()).isFalse();
        assertThat(none.list("tags", node -> node).or(List.of())).isEmpty();
    }
}
