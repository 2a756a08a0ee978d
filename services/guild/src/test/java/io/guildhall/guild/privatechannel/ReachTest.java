package io.guildhall.guild.privatechannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.reaction.AddMyReaction;
import io.guildhall.guild.reaction.DeleteMyReaction;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not write to the other of two does not reach the other in any other way. */
class ReachTest {
    private static final long CHANNEL = 500;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long GUILD = 8;
    private static final List<Integer> UNREACHED =
            List.of(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER.number(), ErrorCode.REACTION_WAS_BLOCKED.number());

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_772_366_400_000L), ZoneOffset.UTC);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ChannelTester tester = new ChannelTester(storage);
    private final SnowflakeGenerator ids = new SnowflakeGenerator(1, clock);
    private final PrivateChannelBehaviour behaviour = new PrivateChannelBehaviour(
            Stream.<ChannelOperation>concat(
                            TestWriters.operations(ids).stream(),
                            Stream.of(new AddMyReaction(), new DeleteMyReaction()))
                    .toList(),
            TestPrivateChannels.own(ids, clock),
            List.of(),
            clock,
            new AttachmentLinks("a secret", clock));

    @BeforeEach
    void meet() {
        for (long user : List.of(ANN, BOB)) {
            storage.write(List.of(
                    Write.to(Users.TABLE, user).set(Users.USERNAME, "u" + user).build(),
                    Write.to(UserGuilds.TABLE, user, GUILD)
                            .set(UserGuilds.JOINED_AT, 1L)
                            .build()));
        }
        storage.write(List.of(Write.to(PrivateChannels.TABLE, CHANNEL)
                .set(PrivateChannels.TYPE, 1L)
                .set(PrivateChannels.RECIPIENTS, List.of(ANN, BOB))
                .build()));
    }

    @Test
    void whoeverIsBlockedReachesNobodyAndTakesBackOnlyWhatIsTheirs() {
        PrivateChannelState channel = load();
        String sent = run(channel, message("createMessage", "0").body("{\"content\":\"x\"}"))
                .get("id")
                .asText();
        run(channel, reaction("addMyReaction", sent, "a"));
        BlockChanged.apply(channel, BlockChanged.body(BOB, true));

        assertThat(refusal(channel, message("updateMessage", sent).body("{\"content\":\"y\"}")))
                .isEqualTo(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER.number());
        assertThat(refusal(channel, reaction("addMyReaction", sent, "b")))
                .isEqualTo(ErrorCode.REACTION_WAS_BLOCKED.number());
        run(channel, reaction("deleteMyReaction", sent, "a"));
        run(channel, message("deleteMessage", sent));
    }

    @Test
    void everyOperationThatTheOtherGetsToSeeIsRefused() {
        PrivateChannelState channel = load();
        BlockChanged.apply(channel, BlockChanged.body(BOB, true));
        assertThat(refused(channel))
                .containsExactlyInAnyOrder(
                        "createMessage",
                        "updateMessage",
                        "crosspostMessage",
                        "triggerTyping",
                        "addMyReaction",
                        "createPin",
                        "createPinOld",
                        "deletePin",
                        "deletePinOld",
                        "vote",
                        "endPoll",
                        "createInteraction");
    }

    @Test
    void soIsEveryOneOfStrangers() {
        PrivateChannelState channel = load();
        assertThat(refused(channel)).isEmpty();
        storage.write(List.of(Write.delete(UserGuilds.TABLE, BOB, GUILD)));
        assertThat(refused(channel)).hasSize(12);
    }

    @Test
    void aBotThatSharesNoGuildIsUsedUntilItIsBlocked() {
        storage.write(List.of(
                Write.to(Users.TABLE, BOB).set(Users.BOT, true).build(), Write.delete(UserGuilds.TABLE, BOB, GUILD)));
        PrivateChannelState channel = load();
        assertThat(refused(channel)).contains("vote").doesNotContain("createInteraction");
        BlockChanged.apply(channel, BlockChanged.body(ANN, true));
        assertThat(refused(channel)).contains("createInteraction");
    }

    /** The names of the operations that Ann is refused for not reaching Bob. */
    private List<String> refused(PrivateChannelState channel) {
        return Operations.all().stream()
                .filter(operation -> operation.scope() == Scope.CHANNEL)
                .map(Operation::name)
                .filter(name -> UNREACHED.contains(refusal(channel, message(name, "1"))))
                .toList();
    }

    private static Calls message(String operation, String message) {
        return Calls.of(operation, ANN).path("channel_id", CHANNEL).path("message_id", message);
    }

    private static Calls reaction(String operation, String message, String emoji) {
        return message(operation, message).path("emoji_name", "a".equals(emoji) ? "\uD83D\uDC4D" : "\uD83D\uDC4E");
    }

    private JsonNode run(PrivateChannelState channel, Calls call) {
        Command command = Command.newBuilder().setRest(call.rest()).build();
        return tester.commit(changes -> behaviour.handle(channel, command, changes));
    }

    private int refusal(PrivateChannelState channel, Calls call) {
        return catchThrowable(() -> run(channel, call)) instanceof ApiException refusal ? refusal.code() : 0;
    }

    private PrivateChannelState load() {
        ActorKey key = ActorKey.newBuilder()
                .setKind(ActorKind.PRIVATE_CHANNEL)
                .setId(CHANNEL)
                .build();
        return behaviour.load(new ActorContext(key, 1, storage, storage, null, null));
    }
}
