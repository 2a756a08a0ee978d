package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.DELETE;
import static io.guildhall.model.operation.HttpMethod.POST;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the catalogue that changes something, by everybody who may do less than an owner: each is refused and nothing
 * happens, unless {@link Permitted} says why this one may. No operation has a row of its own here, so none can be without.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class AuthorisationMatrixTest {
    private static final long INTENTS = Intent.ALL & ~Intent.PRIVILEGED;

    @TestHTTPResource("/gateway?v=10&encoding=json")
    URI gateway;

    @Inject
    RequestPipeline pipeline;

    @Inject
    InteractionTokens tokens;

    private static Cast cast;
    private static World other;
    private static Listener witness;

    private Calls calls;
    private Furnishings furnishings;

    @BeforeEach
    void begin() {
        calls = new Calls(pipeline);
        furnishings = new Furnishings(calls, tokens);
        if (cast == null) {
            cast = Cast.made(calls);
            other = World.made(calls, furnishings, Person.register(calls));
        }
    }

    @AfterAll
    static void end() {
        witness.close();
        witness = null;
        cast = null;
    }

    static Stream<String> operations() {
        return Operations.all().stream()
                .filter(operation -> operation.method() != HttpMethod.GET)
                .map(Operation::name);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedToAllWhoMayNot(String name) throws InterruptedException {
        Operation operation = Operations.byName(name).orElseThrow();
        World world = World.made(calls, furnishings, Person.register(calls));
        world.ids().put("lobby_channel", world.ids().get("channel_id"));
        Cast.Roles roles = cast.enter(world);
        world.ids().put("second_id", message(world));
        new Scenery(calls, world).prepare(operation, world.ids());
        listen();
        heard(world);
        SoftAssertions softly = new SoftAssertions();
        for (Caller caller : Cells.of(operation)) {
            for (Attempt attempt : attempts(operation, caller, world, roles)) {
                attempt.prepare().run();
                heard(world);
                RestAnswer answer = send(operation, attempt.ids(), attempt.token());
                boolean refused = Cells.refuses(caller, answer);
                softly.assertThat(refused)
                        .as(
                                "%s by %s %s is refused: %d %s",
                                name, caller, attempt.what(), answer.status(), text(answer))
                        .isEqualTo(!Permitted.to(caller, name, attempt.what()));
                List<String> events = heard(world);
                if (refused) {
                    softly.assertThat(events)
                            .as("%s by %s %s tells nobody of anything", name, caller, attempt.what())
                            .isEmpty();
                }
            }
        }
        if (operation.scope().ofGuilds() && operation.access() != Access.TOKEN) {
            boolean bot = operation.access() == Access.BOT;
            RestAnswer answer = send(
                    operation,
                    ids(world, Caller.PLAIN, roles),
                    bot ? world.bot() : world.owner().token());
            softly.assertThat(answer.status() == 401 || answer.status() == 403)
                    .as("%s by the owner: %d %s", name, answer.status(), text(answer))
                    .isEqualTo(Permitted.notEvenOwners(name));
        }
        calls.json(
                DELETE,
                "/guilds/" + world.ids().get("guild_id"),
                "",
                world.owner().token(),
                "");
        softly.assertAll();
    }

    /**
     * @param what the permission that is withheld, or the parameter that names something of another guild; empty when neither is
     * @param prepare what comes before
     */
    private record Attempt(String what, Map<String, String> ids, String token, Runnable prepare) {
        Attempt(String what, Map<String, String> ids, String token) {
            this(what, ids, token, () -> {});
        }
    }

    private List<Attempt> attempts(Operation operation, Caller caller, World world, Cast.Roles roles) {
        boolean bot = operation.access() == Access.BOT;
        return switch (caller) {
            case NOBODY -> List.of(new Attempt("", ids(world, caller, roles), null));
            case STRANGER, BARE, PLAIN, TIMED_OUT, BELOW ->
                List.of(new Attempt(
                        "",
                        ids(world, caller, roles),
                        cast.players().get(caller).token(bot)));
            case LACKING ->
                Cells.needed(operation)
                        .map(permission -> new Attempt(
                                permission.name(),
                                ids(world, caller, roles),
                                cast.players().get(caller).token(bot),
                                () -> cast.withhold(world, roles, permission)))
                        .toList();
            case FOREIGN ->
                Cells.foreign(operation)
                        .map(parameter -> {
                            Map<String, String> ids = new HashMap<>(other.ids());
                            ids.put("second_id", other.ids().get("message_id"));
                            ids.put("target_id", other.ids().get("channel_id"));
                            ids.put(parameter, ids(world, caller, roles).get(parameter));
                            String token = bot ? other.bot() : other.owner().token();
                            return new Attempt(parameter, ids, operation.access() == Access.TOKEN ? null : token);
                        })
                        .toList();
        };
    }

    private static Map<String, String> ids(World world, Caller caller, Cast.Roles roles) {
        Map<String, String> ids = new HashMap<>(world.ids());
        Cast.Player addressed =
                switch (caller) {
                    case BELOW -> cast.superior();
                    case BARE -> cast.players().get(Caller.PLAIN);
                    default -> cast.players().get(Caller.BARE);
                };
        ids.put("user_id", addressed.person().id());
        if (caller == Caller.BELOW) {
            ids.put("role_id", roles.above());
            ids.put("overwrite_id", roles.above());
        }
        return ids;
    }

    private RestAnswer send(Operation operation, Map<String, String> ids, String token) {
        return Requests.of(ids).send(calls, operation, token);
    }

    private void listen() throws InterruptedException {
        if (witness == null) {
            String token = cast.witness().botToken().substring("Bot ".length());
            witness = Listener.identify(URI.create(gateway.toString().replaceFirst("^http", "ws")), token, INTENTS);
        }
    }

    /** What happened in the guild up to now. */
    private List<String> heard(World world) throws InterruptedException {
        String last = message(world);
        String guild = world.ids().get("guild_id");
        return witness.until(event -> event.at("/d/id").asText().equals(last)).stream()
                .filter(event -> event.at("/d/guild_id").asText().equals(guild)
                        || event.at("/d/id").asText().equals(guild))
                .filter(event -> !event.at("/d/id").asText().equals(last))
                .map(JsonNode::toString)
                .toList();
    }

    private String message(World world) {
        return calls.done(
                        POST,
                        "/channels/" + world.ids().get("lobby_channel") + "/messages",
                        world.owner().token(),
                        "{\"content\":\"x\"}")
                .path("id")
                .asText();
    }

    private static String text(RestAnswer answer) {
        return new String(answer.body(), UTF_8);
    }
}
