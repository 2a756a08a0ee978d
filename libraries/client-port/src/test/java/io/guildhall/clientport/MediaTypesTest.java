package io.guildhall.clientport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json; q=1.0 , text/plain;charset=\"utf-8\";q=0",
                " text/* "
            })
    void whatCanBeReadStays(String wishes) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("accept", wishes);

        MediaTypes.clear(headers);

        assertThat(headers.get("Accept")).isEqualTo(wishes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "garbage",
                "/",
                "*",
                "a/",
                "/b",
                "a/b/c",
                "a/b,c",
                "\"",
                ",",
                ";",
                "a/b;q=2",
                "a/b;q=-1",
                "a/b;q=zz",
                "a/b;x=\"",
                "a b/c",
                "a/b;q",
                "a/b,,c/d"
            })
    void wishesThatCanNotBeReadAreNone(String wishes) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("accept", "a/b").add("accept", wishes);

        MediaTypes.clear(headers);

        assertThat(headers.contains("Accept")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;",
                "application/json; charset=utf-8",
                "multipart/form-data; boundary=----x",
                "multipart/form-data; boundary=a/b=c:d?",
                "multipart/form-data;boundary=\"a b\"",
                "APPLICATION/JSON"
            })
    void typesThatCanBeReadStay(String type) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("content-type", type);

        MediaTypes.clear(headers);

        assertThat(headers.get("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "/",
                "a/",
                "a/b/c",
                ";",
                "application/json, text/plain",
                "application/json; charset=\"",
                "a/b;q=0.5",
                "a b/c"
            })
    void aBodyOfATypeThatIsNoneIsOfNoTypeThatAnybodyTakes(String type) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("content-type", type);

        MediaTypes.clear(headers);

        assertThat(headers.getAll("Content-Type")).isEqualTo(List.of(MediaTypes.UNKNOWN));
    }
}
