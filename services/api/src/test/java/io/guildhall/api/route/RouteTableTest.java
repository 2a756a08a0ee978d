package io.guildhall.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
    private final RouteTable table = new RouteTable(Operations.all());

    @Test
    void everyOperationIsFoundByItsOwnPath() {
        for (Operation operation : Operations.all()) {
            String path = operation.path().replaceAll("\\{[a-z_]+}", "7");
            RouteTable.Match match =
                    table.find(operation.method(), List.of(path.substring(1).split("/")));
            assertThat(match).isInstanceOf(RouteTable.Found.class);
            assertThat(((RouteTable.Found) match).operation()).isEqualTo(operation);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/channels/1/messages/2/reactions/x/@me,deleteMyReaction",
        "DELETE,/channels/1/messages/2/reactions/x/3,deleteUserReaction",
        "PATCH,/guilds/1/members/@me,updateMyMember",
        "GET,/guilds/1/members/search,searchMembers",
        "GET,/applications/@me,getMyApplication",
        "GET,/channels/1/messages/pins,listPins"
    })
    void whatIsSpelledOutWins(HttpMethod method, String path, String operation) {
        RouteTable.Match match = table.find(method, List.of(path.substring(1).split("/")));
        assertThat(((RouteTable.Found) match).operation().name()).isEqualTo(operation);
    }

    @Test
    void anotherMethodIsNotAnotherPath() {
        assertThat(table.find(HttpMethod.DELETE, List.of("gateway"))).isInstanceOf(RouteTable.WrongMethod.class);
        assertThat(table.find(HttpMethod.GET, List.of("gate"))).isInstanceOf(RouteTable.Nothing.class);
        assertThat(table.find(HttpMethod.GET, List.of())).isInstanceOf(RouteTable.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"%F0%9F%94%A5,🔥", "a%20b,'a b'", "a+b,a+b", "%40me,@me", "100%25,100%"})
    void percentSequencesAreUtf8(String encoded, String decoded) {
        assertThat(Percent.decode(encoded, false)).hasValue(decoded);
    }

    @ParameterizedTest
    @CsvSource({"%", "%4", "%zz", "a%"})
    void brokenPercentSequencesAreRefused(String encoded) {
        assertThat(Percent.decode(encoded, false)).isEmpty();
    }

    @Test
    void versionsAreOneApi() {
        assertThat(RawPath.parse("/v10/a/b").orElseThrow().segments()).containsExactly("a", "b");
        assertThat(RawPath.parse("/a/b").orElseThrow().segments()).containsExactly("a", "b");
        assertThat(RawPath.parse("/v3/a").orElseThrow().knownVersion()).isFalse();
    }

    @Property
    void noPathIsTooStrange(@ForAll String path) {
        Optional<RawPath.Parsed> parsed = RawPath.parse(path);
        parsed.ifPresent(found ->
                assertThat(table.find(HttpMethod.GET, found.segments())).isNotNull());
    }
}
