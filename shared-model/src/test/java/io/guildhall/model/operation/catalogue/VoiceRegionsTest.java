package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceRegionsTest {
    static Stream<Arguments> ways() {
        Map<Operation, String> ofChannels = Map.of(
                operation("createChannel"), "{\"name\":\"a\",\"type\":2,\"rtc_region\":%s}",
                operation("updateChannel"), "{\"rtc_region\":%s}",
                operation("createGuild"), "{\"name\":\"ab\",\"channels\":[{\"name\":\"a\",\"rtc_region\":%s}]}");
        Map<Operation, String> ofGuilds = Map.of(
                operation("createGuild"), "{\"name\":\"ab\",\"region\":%s}",
                operation("updateGuild"), "{\"region\":%s}");
        List<Map<Operation, String>> all = List.of(ofChannels, ofGuilds);
        return all.stream()
                .flatMap(ways -> ways.entrySet().stream())
                .flatMap(way -> Stream.concat(
                        Stream.of("null", "\"local\"")
                                .map(region -> Arguments.of(way.getKey(), way.getValue(), region, true)),
                        Stream.of("\"\"", "\"us-west\"", "\"LOCAL\"", "1", "{}", "\"" + "x".repeat(100) + "\"")
                                .map(region -> Arguments.of(way.getKey(), way.getValue(), region, false))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRegionIsOneOfTheListWhereverItIsNamed(Operation operation, String body, String region, boolean taken) {
        Problems problems = Problems.none();
        operation.body().orElseThrow().check(Json.parse(body.formatted(region)), problems);
        assertThat(problems.isEmpty()).isEqualTo(taken);
    }

    private static Operation operation(String name) {
        return Operations.byName(name).orElseThrow();
    }
}
