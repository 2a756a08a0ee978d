package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.guild.GuildNode;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that no client means, made for every operation from what the catalogue says of it: wrong ids, numbers, types and
 * sizes, and what belongs to others. They are answered, as a refusal or not, and leave every actor and all memory as they were.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class HostileRequestsTest {
    /** Checking a password takes tens of milliseconds, and a new one makes it checked: bodies are tried without. */
    private static final List<String> PASSWORDS = List.of("password", "new_password");

    private static final int WORLDS_OF_ONE_PERSON = 8;
    private static final int ROUNDS = 30_000;

    /** Their success is another guild, account, application, private channel or lobby. */
    private static final Set<String> MAKING_ACTORS = Set.of(
            "register",
            "createGuild",
            "createApplication",
            "createPrivateChannel",
            "createLobby",
            "joinLobby",
            "createProvisionalTokenByBot");

    private static final List<String> IDS = List.of(
            "abc",
            "%20",
            "5%206",
            "%00",
            "+5",
            "-1",
            "0",
            "1e5",
            "0x10",
            "1",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "9".repeat(30),
            "9".repeat(3_000),
            "%D9%A1%D9%A2",
            "%ff%fe",
            "@me",
            "..",
            "%2e%2e%2f");

    @Inject
    RequestPipeline pipeline;

    @Inject
    InteractionTokens tokens;

    @Inject
    GuildNode node;

    private static World other;
    private static Person owner;
    private static int worlds;

    private Calls calls;
    private Furnishings furnishings;

    @BeforeEach
    void begin() {
        calls = new Calls(pipeline);
        furnishings = new Furnishings(calls, tokens);
        if (other == null) {
            other = World.made(calls, furnishings, Person.register(calls));
        }
        if (owner == null || worlds++ % WORLDS_OF_ONE_PERSON == 0 || !owner.works(calls)) {
            owner = Person.register(calls);
        }
    }

    /** Those that make actors come last: some of these end by themselves, and would while others are counted. */
    static Stream<String> operations() {
        return Operations.all().stream().map(Operation::name).sorted(Comparator.comparing(MAKING_ACTORS::contains));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void areAnsweredAndChangeNoActor(String name) throws InterruptedException {
        Operation operation = Operations.byName(name).orElseThrow();
        World world = World.made(calls, furnishings, owner);
        long epoch = epoch(world);
        int actors = node.actors().size();
        try (LoggedErrors errors = LoggedErrors.begin()) {
            ids(operation, world);
            queries(operation, world);
            bodies(operation, world);
            assertThat(errors.all()).isEmpty();
        }
        assertThat(epoch(world)).as("the guild was loaded once").isEqualTo(epoch);
        if (MAKING_ACTORS.contains(name)) {
            // So many that the account's own limits are reached.
            owner = null;
        } else {
            assertOnlyInMemory(actors);
        }
    }

    private void ids(Operation operation, World world) {
        world.ids().keySet().stream()
                .filter(name -> operation.path().contains('{' + name + '}'))
                .forEach(name -> {
                    List<String> values = new ArrayList<>(IDS);
                    values.addAll(world.all());
                    values.addAll(other.all());
                    values.add("000" + world.ids().get(name));
                    values.add("%20" + world.ids().get(name));
                    values.remove(world.ids().get(name));
                    values.forEach(value -> {
                        Map<String, String> ids = new HashMap<>(world.ids());
                        ids.put(name, value);
                        everybody(operation, world, ids, "", "{}");
                    });
                });
    }

    private void queries(Operation operation, World world) {
        operation.query().ifPresent(shape -> {
            Samples samples = new Samples(world.all());
            Mutations mutations = new Mutations(samples, other.all());
            mutations
                    .of(shape, samples.most(shape).orElseThrow())
                    .filter(JsonNode::isObject)
                    .forEach(value -> one(operation, world, world.ids(), query(value), "{}"));
        });
    }

    private void bodies(Operation operation, World world) {
        if (operation.body().isEmpty()) {
            return;
        }
        Shape shape = operation.body().get();
        Samples samples = new Samples(world.all());
        Mutations mutations = new Mutations(samples, other.all());
        String query = operation
                .query()
                .flatMap(samples::least)
                .map(HostileRequestsTest::query)
                .orElse("");
        everybody(
                operation,
                world,
                world.ids(),
                query,
                samples.least(shape).orElseThrow().toString());
        JsonNode most = samples.most(shape).orElseThrow();
        if (most instanceof ObjectNode object) {
            object.remove(PASSWORDS);
        }
        everybody(operation, world, world.ids(), query, most.toString());
        mutations
                .of(shape, most)
                .filter(value -> PASSWORDS.stream()
                        .noneMatch(password -> value.path(password).isTextual()))
                .forEach(value -> one(operation, world, world.ids(), query, value.toString()));
    }

    private void everybody(Operation operation, World world, Map<String, String> ids, String query, String body) {
        for (String token :
                new String[] {world.owner().token(), world.bot(), other.owner().token(), other.bot(), null}) {
            check(operation, ids, query, body, token);
        }
    }

    private void one(Operation operation, World world, Map<String, String> ids, String query, String body) {
        check(
                operation,
                ids,
                query,
                body,
                operation.access() == Access.BOT ? world.bot() : world.owner().token());
    }

    private void check(Operation operation, Map<String, String> ids, String query, String body, String token) {
        String path = path(operation, ids);
        RestAnswer answer = calls.json(operation.method(), path, query, token, body);
        assertThat(answer.status())
                .as("%s %s?%s %s", operation.method(), path, query, body)
                .isBetween(200, 499);
        if (answer.body().length > 0 && answer.type().equals("application/json")) {
            // A text is what Slack's form of executing a webhook is answered with.
            JsonNode json = Json.parse(new String(answer.body(), UTF_8));
            assertThat(json.isContainerNode() || json.isTextual())
                    .as("%s %s is answered with JSON", operation.method(), path)
                    .isTrue();
        }
    }

    private static String path(Operation operation, Map<String, String> ids) {
        String path = operation.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace('{' + id.getKey() + '}', id.getValue());
        }
        // Else no request would reach the operation's handler.
        assertThat(path).as("a path with something for every parameter").doesNotContain("{");
        return path;
    }

    private static String query(JsonNode object) {
        StringBuilder query = new StringBuilder();
        object.properties().forEach(field -> query.append(query.isEmpty() ? "" : "&")
                .append(field.getKey())
                .append('=')
                .append(URLEncoder.encode(
                        field.getValue().isTextual()
                                ? field.getValue().asText()
                                : field.getValue().toString(),
                        UTF_8)));
        return query.toString();
    }

    private long epoch(World world) {
        return node.storage()
                .row(
                        ActorEpochs.TABLE,
                        (long) ActorKind.GUILD.getNumber(),
                        Long.parseLong(world.ids().get("guild_id")))
                .orElseThrow()
                .get(ActorEpochs.EPOCH);
    }

    /** What does not exist leaves the memory, if not at once. */
    private void assertOnlyInMemory(int actors) throws InterruptedException {
        for (int round = 0; round < ROUNDS && node.actors().size() > actors; round++) {
            node.actors().evictIdle(Instant.now());
            Thread.sleep(1);
        }
        assertThat(node.actors().size()).isEqualTo(actors);
    }
}
