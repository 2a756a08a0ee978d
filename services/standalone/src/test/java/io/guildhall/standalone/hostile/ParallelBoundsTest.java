package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;
import static io.guildhall.model.operation.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.operation.HttpMethod;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What there may be only so many of is asked for by many at the same moment: there are as many as may be, neither more nor fewer, and whoever
 * comes too late hears why.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class ParallelBoundsTest {
    private static final int TOO_MANY = 30;
    private static final int ROUNDS = 10_000;
    private static final int UNICODE_EMOJI = 0x1F600;

    @Inject
    RequestPipeline pipeline;

    @Inject
    InteractionTokens tokens;

    private Calls calls;
    private World world;

    /**
     * @param body {@code %d} is another number in each
     * @param list where those are that there are
     * @param counted which of the listed the bound is for
     * @param code of a refusal
     */
    private record Bound(
            String path,
            String body,
            boolean bot,
            String list,
            Function<JsonNode, Boolean> counted,
            int most,
            int code) {
        static Bound of(String path, String body, int most, int code) {
            return new Bound(path, body, false, path, any -> true, most, code);
        }

        Bound listedAt(String other) {
            return new Bound(path, body, bot, other, counted, most, code);
        }

        Bound byBot() {
            return new Bound(path, body, true, list, counted, most, code);
        }

        Bound counting(Function<JsonNode, Boolean> which) {
            return new Bound(path, body, bot, list, which, most, code);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Bound> bounds() {
        String image = "\"image\":\"" + Samples.PICTURE + "\"";
        Instant begin = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String guild = "/guilds/{guild_id}";
        String channel = "/channels/{channel_id}";
        String application = "/applications/{application_id}";
        return Stream.of(
                Bound.of(guild + "/channels", "{\"name\":\"room %d\",\"type\":2}", 500, 30013),
                Bound.of(guild + "/roles", "{\"name\":\"role %d\"}", 250, 30005),
                Bound.of(guild + "/emojis", "{\"name\":\"face%d\"," + image + "}", 50, 30008),
                Bound.of(
                        guild + "/soundboard-sounds",
                        "{\"name\":\"sound%d\",\"sound\":\"" + Samples.SOUND + "\"}",
                        8,
                        30045),
                Bound.of(guild + "/templates", "{\"name\":\"template %d\"}", 1, 30031),
                Bound.of(
                        guild + "/scheduled-events",
                        "{\"name\":\"event"
                                + " %d\",\"privacy_level\":2,\"entity_type\":3,\"entity_metadata\":{\"location\":\"here\"},"
                                + "\"scheduled_start_time\":\"" + begin + "\",\"scheduled_end_time\":\""
                                + begin.plus(1, ChronoUnit.DAYS) + "\"}",
                        100,
                        30038),
                Bound.of(
                                guild + "/auto-moderation/rules",
                                "{\"name\":\"rule %d\",\"event_type\":1,\"trigger_type\":1,"
                                        + "\"trigger_metadata\":{\"keyword_filter\":[\"word\"]},\"actions\":[{\"type\":1}]}",
                                6,
                                50035)
                        .counting(rule -> rule.path("trigger_type").asInt() == 1),
                Bound.of(channel + "/webhooks", "{\"name\":\"hook %d\"}", 15, 30007),
                Bound.of(channel + "/invites", "{\"unique\":true,\"max_age\":0}", 1000, 30016)
                        .listedAt(guild + "/invites"),
                Bound.of(channel + "/threads", "{\"name\":\"thread %d\",\"type\":11}", 1000, 160006)
                        .listedAt(guild + "/threads/active"),
                Bound.of(application + "/commands", "{\"name\":\"command%d\",\"description\":\"x\"}", 100, 30032)
                        .byBot(),
                Bound.of(application + "/guilds/{guild_id}/commands", "{\"name\":\"command %d\",\"type\":2}", 15, 30032)
                        .byBot(),
                Bound.of(application + "/emojis", "{\"name\":\"face%d\"," + image + "}", 2000, 30008)
                        .byBot(),
                Bound.of(application + "/skus", "{\"name\":\"thing %d\",\"type\":2}", 50, 50057),
                Bound.of("/guilds", "{\"name\":\"Guild %d\"}", 10, 30001)
                        .byBot()
                        .listedAt("/users/@me/guilds"),
                Bound.of("/guilds", "{\"name\":\"Guild %d\"}", 200, 30001).listedAt("/users/@me/guilds"));
    }

    @BeforeEach
    void begin() {
        calls = new Calls(pipeline);
        world = World.made(calls, new Furnishings(calls, tokens), Person.register(calls));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void noMoreAreMadeThanThereMayBe(Bound bound) throws Exception {
        String token = bound.bot() ? world.bot() : world.owner().token();
        long before = counted(bound, token);

        Map<Integer, Integer> codes = Flood.codes(
                bound.most() + TOO_MANY,
                number -> calls.json(
                        POST, in(bound.path()), "", token, bound.body().replace("%d", "" + number)));

        assertThat(codes.keySet()).isEqualTo(Set.of(0, bound.code()));
        assertThat(codes.get(0)).isEqualTo((int) (bound.most() - before));
        assertThat(counted(bound, token)).isEqualTo(bound.most());
    }

    /** Applications are counted after one is written: of those that come together at the edge all may be refused, and whoever comes after them is not. */
    @Test
    void noMoreApplicationsAreMadeThanThereMayBe() throws Exception {
        String token = world.owner().token();
        IntFunction<RestAnswer> make =
                number -> calls.json(POST, "/applications", "", token, "{\"name\":\"app " + number + "\"}");

        Map<Integer, Integer> codes = Flood.codes(100 + TOO_MANY, make);
        assertThat(codes.keySet()).isEqualTo(Set.of(0, 50011));
        assertThat(list(send(GET, "/applications", token)).size()).isLessThanOrEqualTo(100);

        while (list(send(GET, "/applications", token)).size() < 100) {
            assertThat(make.apply(0).status()).isLessThan(300);
        }
        assertThat(make.apply(0).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void noMoreArePinnedThanThereMayBe() throws Exception {
        List<String> messages = made(290, "/channels/{channel_id}/messages", "{\"content\":\"x\"}");
        assertThat(put(messages, id -> in("/channels/{channel_id}/messages/pins/") + id))
                .containsEntry(0, 250)
                .containsEntry(30003, 40);
    }

    @Test
    void noMoreOverwritesAreAddedThanThereMayBe() throws Exception {
        List<String> roles = made(120, "/guilds/{guild_id}/roles", "{\"name\":\"x\"}");
        assertThat(put(roles, id -> in("/channels/{channel_id}/permissions/") + id))
                .containsEntry(0, 100)
                .containsEntry(30060, 20);
    }

    @Test
    void noMoreKindsOfReactionsAreAddedThanThereMayBe() throws Exception {
        List<String> emojis = Stream.iterate(UNICODE_EMOJI, emoji -> emoji + 1)
                .limit(40)
                .map(Character::toString)
                .map(emoji -> URLEncoder.encode(emoji, StandardCharsets.UTF_8))
                .toList();
        assertThat(put(emojis, emoji -> in("/channels/{channel_id}/messages/{message_id}/reactions/") + emoji + "/@me"))
                .containsEntry(0, 20)
                .containsEntry(30010, 20);
    }

    @Test
    void nobodyComesIntoMoreGuildsThanOneMayBeIn() throws Exception {
        Person newcomer = Person.register(calls);
        List<String> codes = made(120, "/guilds", "{\"name\":\"Many\"}").stream()
                .map(guild -> calls.done(GET, "/guilds/" + guild, world.owner().token(), "")
                        .path("system_channel_id")
                        .asText())
                .map(channel -> calls.done(
                                POST,
                                "/channels/" + channel + "/invites",
                                world.owner().token(),
                                "{}")
                        .path("code")
                        .asText())
                .toList();

        Map<Integer, Integer> answers = Flood.codes(
                codes.size(), number -> calls.json(POST, "/invites/" + codes.get(number), "", newcomer.token(), "{}"));

        assertThat(answers).containsEntry(0, 100).containsEntry(30001, 20);
        assertThat(calls.done(GET, "/users/@me/guilds", newcomer.token(), "")).hasSize(100);
    }

    /** Friends bring each other into groups unasked, and the friend's own actor counts. */
    @Test
    void nobodyIsBroughtIntoMoreGroupsThanOneMayBeIn() throws Exception {
        Person popular = Person.register(calls);
        List<Person> friends = List.of(Person.register(calls), Person.register(calls));
        befriend(friends.getFirst(), popular);
        befriend(friends.getLast(), popular);
        befriend(friends.getFirst(), friends.getLast());

        Map<Integer, Integer> answers = Flood.codes(160, number -> {
            Person friend = friends.get(number % 2);
            Person other = friends.get(1 - number % 2);
            String group = "{\"recipients\":[\"%s\",\"%s\"]}".formatted(popular.id(), other.id());
            return calls.json(POST, "/users/@me/channels", "", friend.token(), group);
        });

        assertThat(answers.keySet()).isSubsetOf(0, 30011);
        assertThat(answers.get(0)).isGreaterThanOrEqualTo(100);
        for (int round = 0; round < ROUNDS && groups(popular) != 100; round++) {
            Thread.sleep(5);
        }
        assertThat(groups(popular)).isEqualTo(100);
    }

    private void befriend(Person one, Person other) {
        calls.done(PUT, "/users/@me/relationships/" + other.id(), one.token(), "{}");
        calls.done(PUT, "/users/@me/relationships/" + one.id(), other.token(), "{}");
    }

    private int groups(Person person) {
        return calls.done(GET, "/users/@me/channels", person.token(), "").size();
    }

    private Map<Integer, Integer> put(List<String> ids, Function<String, String> path) throws Exception {
        return Flood.codes(
                ids.size(),
                number -> calls.json(
                        PUT, path.apply(ids.get(number)), "", world.owner().token(), "{\"type\":0}"));
    }

    private List<String> made(int count, String path, String body) {
        return Stream.generate(() -> calls.done(POST, in(path), world.owner().token(), body))
                .limit(count)
                .map(one -> one.path("id").asText())
                .toList();
    }

    private long counted(Bound bound, String token) {
        JsonNode answer = send(GET, bound.list(), token);
        long count = 0;
        for (JsonNode one : list(answer)) {
            count += bound.counted().apply(one) ? 1 : 0;
        }
        return count;
    }

    private static JsonNode list(JsonNode answer) {
        return answer.isArray()
                ? answer
                : Stream.of("items", "threads")
                        .filter(answer::has)
                        .map(answer::path)
                        .findFirst()
                        .orElseThrow();
    }

    private JsonNode send(HttpMethod method, String path, String token) {
        return calls.done(method, in(path), token, "");
    }

    private String in(String path) {
        String named = path;
        for (Map.Entry<String, String> id : world.ids().entrySet()) {
            named = named.replace('{' + id.getKey() + '}', id.getValue());
        }
        return named;
    }
}
