package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.privatechannel.PrivateChannelBehaviour;
import io.guildhall.guild.privatechannel.PrivateChannelState;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.UserApplications;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that one of two people has for themselves, in their private channel. */
class BroughtAlongInPrivateTest {
    private static final long CHANNEL = 100;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long APP = 103;
    private static final long GUILD = 8;
    private static final long COMMAND = 9;

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_772_366_400_000L), ZoneOffset.UTC);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ChannelTester tester = new ChannelTester(storage);
    private final PrivateChannelBehaviour behaviour = new PrivateChannelBehaviour(
            TestInteractions.operations(new SnowflakeGenerator(1, clock)),
            List.of(),
            List.of(),
            clock,
            new AttachmentLinks("a secret", clock));

    @BeforeEach
    void meet() {
        for (long user : List.of(ANN, BOB, APP)) {
            storage.write(List.of(
                    Write.to(Users.TABLE, user)
                            .set(Users.USERNAME, "u" + user)
                            .set(Users.BOT, user == APP)
                            .build(),
                    Write.to(UserGuilds.TABLE, user, GUILD)
                            .set(UserGuilds.JOINED_AT, 1L)
                            .build()));
        }
        storage.write(List.of(
                Write.to(PrivateChannels.TABLE, CHANNEL)
                        .set(PrivateChannels.TYPE, 1L)
                        .set(PrivateChannels.RECIPIENTS, List.of(ANN, BOB))
                        .build(),
                Write.to(Applications.TABLE, APP).set(Applications.NAME, "app").build(),
                Write.to(UserApplications.TABLE, ANN, APP)
                        .set(UserApplications.INSTALLED_AT, 1L)
                        .build()));
        command("[2]");
    }

    private void command(String contexts) {
        String json = "{\"id\":\"9\",\"application_id\":\"103\",\"version\":\"1\",\"type\":1,\"name\":\"ask\","
                + "\"description\":\"Ask\",\"integration_types\":[1],\"contexts\":" + contexts + "}";
        storage.write(List.of(Write.to(Commands.TABLE, APP, 0L, COMMAND)
                .set(Commands.DEFINITION, Json.write(Json.read(json, ApplicationCommand.class)))
                .build()));
    }

    @Test
    void isAskedThereAndAnswersBoth() {
        PrivateChannelState channel = load();
        run(channel, ask(ANN));
        JsonNode told = tester.tells().stream()
                .filter(tell -> tell.getActor().equals(Keys.user(APP)))
                .map(tell -> Json.parse(tell.getPublish().getEvent().getPayload()))
                .findFirst()
                .orElseThrow();
        assertThat(told.path("context").asInt()).isEqualTo(2);
        assertThat(told.path("authorizing_integration_owners")).isEqualTo(Json.parse("{\"1\":\"" + ANN + "\"}"));
        run(channel, bearer("createInteractionResponse", told).body("{\"type\":4,\"data\":{\"content\":\"hello\"}}"));
        for (int index = 0; index < 7; index++) {
            run(channel, bearer("executeWebhook", told).body("{\"content\":\"more\"}"));
        }
        assertThat(run(channel, bearer("getOriginalWebhookMessage", told))
                        .path("content")
                        .asText())
                .isEqualTo("hello");
        assertThat(tester.tells().stream()
                        .filter(tell -> tell.getPublish().getEvent().getName().equals("MESSAGE_CREATE"))
                        .map(Command::getActor))
                .contains(Keys.user(ANN), Keys.user(BOB))
                .doesNotContain(Keys.user(APP));
    }

    @Test
    void isNotThereForTheOtherNorForWhatIsMeantForOtherPlaces() {
        PrivateChannelState channel = load();
        assertThat(refusal(channel, ask(BOB))).isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
        command("[0,1]");
        assertThat(refusal(channel, ask(ANN))).isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND.number());
    }

    @Test
    void whoeverHasNoTokenOfItStaysOutside() {
        PrivateChannelState channel = load();
        Calls call = Calls.of("executeWebhook", APP)
                .bot()
                .path("channel_id", CHANNEL)
                .path("interaction_id", 5)
                .body("{\"content\":\"x\"}");
        assertThat(refusal(channel, call)).isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    private static Calls ask(long user) {
        return Calls.of("createInteraction", user)
                .path("channel_id", CHANNEL)
                .body(("{\"type\":2,"
                                + "\"application_id\":\"%d\",\"channel_id\":\"%d\",\"session_id\":\"s\",\"nonce\":\"7\","
                                + "\"data\":{\"id\":\"%d\",\"version\":\"1\",\"options\":[]}}")
                        .formatted(APP, CHANNEL, COMMAND));
    }

    private static Calls bearer(String operation, JsonNode told) {
        InteractionToken token =
                TestInteractions.TOKENS.read(told.path("token").asText()).orElseThrow();
        return Calls.of(operation, token.applicationId())
                .bot()
                .path("channel_id", Snowflake.format(token.channelId()))
                .path("interaction_id", Snowflake.format(token.interactionId()));
    }

    private JsonNode run(PrivateChannelState channel, Calls call) {
        Command command = Command.newBuilder().setRest(call.rest()).build();
        return tester.commit(changes -> behaviour.handle(channel, command, changes));
    }

    private int refusal(PrivateChannelState channel, Calls call) {
        return catchThrowable(() -> run(channel, call)) instanceof ApiException refusal ? refusal.code() : 0;
    }

    private PrivateChannelState load() {
        return behaviour.load(new ActorContext(Keys.privateChannel(CHANNEL), 1, storage, storage, null, null));
    }
}
