package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;
import static io.guildhall.model.operation.HttpMethod.PUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A voice channel by two who may do everything in the guild, one of whom may not connect to it: for every operation of the catalogue
 * that names a channel, what REST refuses the one is what the gateway doesn't tell that one, and what it answers is what the gateway tells.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class SightTest {
    private static final long ALL_BUT_ADMINISTRATOR = Permission.ALL & ~Permission.ADMINISTRATOR.mask();

    private static final long INTENTS = Intent.ALL & ~Intent.PRIVILEGED;

    private static final Set<Integer> REFUSALS =
            Set.of(ErrorCode.MISSING_ACCESS.number(), ErrorCode.MISSING_PERMISSIONS.number());

    /** What is told of a channel itself to all to whom it shows; all other events tell of what is in it. */
    private static final Set<String> BY_SIGHT = Set.of(
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "CHANNEL_DELETE",
            "VOICE_STATE_UPDATE",
            "VOICE_CHANNEL_STATUS_UPDATE",
            "VOICE_CHANNEL_START_TIME_UPDATE",
            "STAGE_INSTANCE_CREATE",
            "STAGE_INSTANCE_UPDATE",
            "STAGE_INSTANCE_DELETE");

    /**
     * What is no matter of what is in the channel: how far one has read oneself, and following, which looks at the channel as getChannel
     * does and says what is wrong with its type.
     */
    private static final Set<String> ELSEWHERE = Set.of("deleteReadState", "followChannel");

    @TestHTTPResource("/gateway?v=10&encoding=json")
    URI gateway;

    @Inject
    RequestPipeline pipeline;

    private static Scene scene;

    private Calls calls;

    /**
     * A bot and a person with the same rights.
     *
     * @param person the token of the person
     */
    record Member(String id, String token, String person) {}

    record Scene(
            Person owner, String guild, String lobby, Member inside, Member outside, Listener hears, Listener misses) {}

    @BeforeEach
    void begin() throws InterruptedException {
        calls = new Calls(pipeline);
        if (scene == null) {
            scene = made();
        }
    }

    @AfterAll
    static void end() {
        scene.hears().close();
        scene.misses().close();
        scene = null;
    }

    static Stream<String> operations() {
        return Operations.all().stream()
                .filter(operation -> operation.path().contains("{channel_id}"))
                .map(Operation::name);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void restAndTheGatewayAgreeOnWhoIsKeptOutOfAVoiceChannel(String name) throws InterruptedException {
        Operation operation = Operations.byName(name).orElseThrow();
        Map<String, String> ids = channel();
        settled();

        int refused = code(call(operation, ids, scene.outside()));
        int answered = code(call(operation, ids, scene.inside()));

        assertThat(REFUSALS.contains(answered))
                .as("the operation is refused to who may connect")
                .isFalse();
        if (operation.bySight() || ELSEWHERE.contains(name)) {
            assertThat(refused).isEqualTo(answered);
        } else {
            assertThat(refused).as("code for who may not connect").isIn(REFUSALS);
        }
        Settled heard = settled();
        String channel = ids.get("channel_id");
        List<String> told = about(channel, heard.inside());
        List<String> toldOutside = about(channel, heard.outside());
        assertThat(toldOutside)
                .as("what the gateway tells who may not connect, of " + told)
                .isEqualTo(told.stream().filter(BY_SIGHT::contains).toList());
    }

    /** Whether the two lists of channels agree with that, too. */
    @ParameterizedTest
    @MethodSource("members")
    void theChannelIsListedToAllToWhomItShows(boolean connects) throws InterruptedException {
        String channel = channel().get("channel_id");
        settled();
        Member member = connects ? scene.inside() : scene.outside();
        JsonNode listed = calls.done(GET, "/guilds/" + scene.guild() + "/channels", member.token(), "");
        assertThat(listed.findValuesAsText("id")).contains(channel);
    }

    static Stream<Boolean> members() {
        return Stream.of(true, false);
    }

    private RestAnswer call(Operation operation, Map<String, String> ids, Member caller) {
        return Requests.of(ids)
                .send(calls, operation, operation.access() == Access.PERSON ? caller.person() : caller.token());
    }

    /** A voice channel with two messages, and what paths may name in it. */
    private Map<String, String> channel() {
        String channel = id(POST, "/guilds/" + scene.guild() + "/channels", "{\"name\":\"v\",\"type\":2}");
        for (String member : List.of(scene.outside().id(), personOf(scene.outside()))) {
            calls.done(
                    PUT,
                    "/channels/" + channel + "/permissions/" + member,
                    scene.owner().token(),
                    "{\"type\":1,\"deny\":\"" + Permission.CONNECT.mask() + "\"}");
        }
        Map<String, String> ids = new HashMap<>();
        ids.put("channel_id", channel);
        ids.put("message_id", id(POST, "/channels/" + channel + "/messages", "{\"content\":\"x\"}"));
        ids.put("second_id", id(POST, "/channels/" + channel + "/messages", "{\"content\":\"x\"}"));
        ids.put("overwrite_id", scene.guild());
        ids.put("user_id", scene.inside().id());
        ids.put("application_id", scene.inside().id());
        ids.put("emoji_name", "%F0%9F%94%A5");
        ids.put("answer_id", "1");
        ids.put("guild_id", scene.guild());
        ids.put("target_id", scene.lobby());
        return ids;
    }

    private String personOf(Member member) {
        return calls.done(GET, "/users/@me", member.person(), "").path("id").asText();
    }

    private record Settled(List<JsonNode> inside, List<JsonNode> outside) {}

    /** What both sessions heard up to now: both see the lobby, and a guild's events come in its order. */
    private Settled settled() throws InterruptedException {
        String last = id(POST, "/channels/" + scene.lobby() + "/messages", "{\"content\":\"x\"}");
        return new Settled(
                scene.hears().until(event -> event.at("/d/id").asText().equals(last)),
                scene.misses().until(event -> event.at("/d/id").asText().equals(last)));
    }

    private static List<String> about(String channel, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.at("/d/channel_id").asText().equals(channel)
                        || event.at("/d/id").asText().equals(channel))
                .map(event -> event.path("t").asText())
                .toList();
    }

    private static int code(RestAnswer answer) {
        String body = new String(answer.body(), UTF_8);
        return body.isEmpty() ? 0 : Json.parse(body).path("code").asInt();
    }

    private String id(HttpMethod method, String path, String body) {
        return calls.done(method, path, scene.owner().token(), body).path("id").asText();
    }

    private Scene made() throws InterruptedException {
        Person owner = Person.register(calls);
        String guild = calls.done(POST, "/guilds", owner.token(), "{\"name\":\"Sight\"}")
                .path("id")
                .asText();
        String lobby = calls.done(POST, "/guilds/" + guild + "/channels", owner.token(), "{\"name\":\"lobby\"}")
                .path("id")
                .asText();
        calls.done(
                HttpMethod.PATCH,
                "/guilds/" + guild + "/roles/" + guild,
                owner.token(),
                "{\"permissions\":\"" + ALL_BUT_ADMINISTRATOR + "\"}");
        String code = calls.done(POST, "/channels/" + lobby + "/invites", owner.token(), "{}")
                .path("code")
                .asText();
        Member inside = member(owner, guild, code);
        Member outside = member(owner, guild, code);
        return new Scene(
                owner,
                guild,
                lobby,
                inside,
                outside,
                Listener.identify(gateway(), bare(inside.token()), INTENTS),
                Listener.identify(gateway(), bare(outside.token()), INTENTS));
    }

    private Member member(Person owner, String guild, String code) {
        Person person = Person.register(calls);
        calls.done(POST, "/invites/" + code, person.token(), "");
        String application = calls.done(POST, "/applications", owner.token(), "{\"name\":\"x\"}")
                .path("id")
                .asText();
        String token = calls.done(POST, "/applications/" + application + "/bot", owner.token(), "{}")
                .path("token")
                .asText();
        calls.done(
                POST,
                "/oauth2/authorize?client_id=" + application,
                owner.token(),
                "{\"guild_id\":\"" + guild + "\",\"authorize\":true}");
        return new Member(application, "Bot " + token, person.token());
    }

    private URI gateway() {
        return URI.create(gateway.toString().replaceFirst("^http", "ws"));
    }

    private static String bare(String token) {
        return token.substring("Bot ".length());
    }
}
