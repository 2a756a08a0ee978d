package io.guildhall.guild.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.automod.AutoModeration;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.commandindex.GetChannelCommandIndex;
import io.guildhall.guild.guild.GuildBehaviour;
import io.guildhall.guild.interaction.TestInteractions;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.ChangesView;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.guild.kernel.delivery.Tickets;
import io.guildhall.guild.message.CrosspostMessage;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.state.GuildContents;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.voice.VoiceTelling;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.Ticket;
import io.guildhall.model.rpc.VoicePlaces;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A guild with its owner, on a store in memory: calls run at once, and what they send is kept for the test. */
public final class TestGuild {
    public static final long OWNER = 1_000_001;

    private final List<Command> tells = new ArrayList<>();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private final SnowflakeGenerator ids = new SnowflakeGenerator(3, clock);
    private final Tickets tickets = new Tickets(clock);
    private final List<VoicePlaces> places = new ArrayList<>();
    private final GuildBehaviour behaviour =
            TestOperations.behaviour(ids, clock, tickets, operations(), new VoiceTelling(places::add, clock::millis));
    private final long id = ids.next();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final Audience audience = new Audience(
            Keys.guild(id),
            new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
            clock);
    private final List<Event> events = new ArrayList<>();
    private final List<Command> laters = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Mutation> writes = new ArrayList<>();
    private Consumer<Event> ear = event -> {};
    private GuildState state;
    private final List<Command> held = new ArrayList<>();
    private boolean holding;
    private long mostBytes;

    public TestGuild() {
        reload();
        account(OWNER, "owner");
        run(Calls.of("createGuild", OWNER).path("guild_id", id).body("{\"name\":\"Guild\"}"));
        events.clear();
    }

    private List<ChannelOperation> operations() {
        AutoModeration screening = new AutoModeration(TestWriters.with(ids), new AuditWriter(ids));
        return Stream.of(
                        TestWriters.operations(ids, screening),
                        TestInteractions.operations(ids, screening),
                        List.<ChannelOperation>of(new GetChannelCommandIndex(), new CrosspostMessage()))
                .flatMap(List::stream)
                .toList();
    }

    public long id() {
        return id;
    }

    public ManualClock clock() {
        return clock;
    }

    public GuildState state() {
        return state;
    }

    public InMemoryStorage storage() {
        return storage;
    }

    /** Forgets the state in memory and reads it from the store. */
    public GuildState reload() {
        state = behaviour.load(new ActorContext(
                Keys.guild(id),
                1,
                storage,
                storage,
                audience,
                command -> CompletableFuture.completedFuture(Outcomes.broken())));
        return state;
    }

    public void account(long userId, String name) {
        storage.write(
                List.of(Write.to(Users.TABLE, userId).set(Users.USERNAME, name).build()));
    }

    /** Makes a bot a member with these roles. */
    public GuildMember joinBot(long userId, String name, Long... roles) {
        storage.write(List.of(Write.to(Users.TABLE, userId).set(Users.BOT, true).build()));
        return join(userId, name, roles);
    }

    /** Makes a new account a member with these roles. */
    public GuildMember join(long userId, String name, Long... roles) {
        account(userId, name);
        User user = User.from(storage.row(Users.TABLE, userId).orElseThrow());
        Changes changes = new Changes();
        new MemberEdits(state, changes).add(GuildMember.joined(id, user, userId, List.of(roles), clock.millis()));
        settle(changes);
        events.clear();
        return state.member(userId);
    }

    /** Makes a role by the owner and returns its id. */
    public long role(String name, long permissions, long position) {
        JsonNode role = run(Calls.of("createRole", OWNER)
                .path("guild_id", id)
                .body("{\"name\":\"%s\",\"permissions\":\"%d\"}".formatted(name, permissions)));
        run(Calls.of("updateRolePositions", OWNER)
                .path("guild_id", id)
                .body("[{\"id\":\"%s\",\"position\":%d}]"
                        .formatted(role.get("id").asText(), position)));
        events.clear();
        return Snowflake.parse(role.get("id").asText());
    }

    /** Makes a text channel by the owner and returns its id. */
    public long channel(String name) {
        JsonNode channel =
                run(Calls.of("createChannel", OWNER).path("guild_id", id).body("{\"name\":\"%s\"}".formatted(name)));
        events.clear();
        return Snowflake.parse(channel.get("id").asText());
    }

    /** The answer's body; an ApiException when the call is refused. Each call is rehearsed before, as those with pictures are. */
    public JsonNode run(Calls call) {
        Command.Builder command = Command.newBuilder().setRest(call.rest());
        rehearse(command.setActor(Keys.guild(id)).build());
        return run(command);
    }

    /** Runs a command and takes it back: nothing may be different afterwards. */
    private void rehearse(Command command) {
        GuildContents before = state.contents();
        long writes = storage.writes();
        Runnable undo = state.undo();
        try {
            behaviour.handle(state, command, new Changes());
        } catch (ApiException refused) {
            // And so it will be when it is run.
        } finally {
            undo.run();
        }
        assertThat(state.contents()).isSameAs(before);
        assertThat(storage.writes()).as("what a rehearsal writes").isEqualTo(writes);
    }

    public JsonNode run(Command.Builder command) {
        return answer(reply(command));
    }

    private Reply reply(Command.Builder command) {
        Changes changes = new Changes();
        Runnable undo = state.undo();
        Reply reply;
        try {
            reply = behaviour.handle(state, command.setActor(Keys.guild(id)).build(), changes);
        } catch (RuntimeException refused) {
            undo.run();
            throw refused;
        }
        settle(changes);
        return reply;
    }

    /** The tickets that are the answer, after the events of the command are sent. */
    public List<Ticket> tickets(Command.Builder command) {
        return ticketsOf(reply(command));
    }

    /** As {@link #tickets}, of a command that may have another answer. */
    public List<Ticket> ticketsIfAny(Command.Builder command) {
        Reply reply = reply(command);
        return reply instanceof Reply.Later ? ticketsOf(reply) : List.of();
    }

    private static List<Ticket> ticketsOf(Reply reply) {
        try {
            return ((Reply.Pullable) ((Reply.Later) reply).work().call()).tickets();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Everything that a ticket still stands for. */
    public List<Event> pull(Ticket ticket) {
        List<Event> pulled = new ArrayList<>();
        PullReply reply;
        do {
            reply = tickets.pull(PullRequest.newBuilder()
                    .setActor(Keys.guild(id))
                    .setTicket(ticket.getNumber())
                    .build());
            pulled.addAll(reply.getEventsList());
        } while (!reply.getDone() && !reply.getUnknownTicket());
        return pulled;
    }

    /** The code of the refusal; fails when the call is not refused. */
    public int refusal(Calls call) {
        try {
            run(call);
        } catch (ApiException refused) {
            return refused.code();
        }
        throw new AssertionError("not refused");
    }

    /** Runs what the guild asked itself for after a while; says how much that was. */
    public int runLaters() {
        List<Command> due = List.copyOf(laters);
        laters.clear();
        due.forEach(later -> run(later.toBuilder()));
        return due.size();
    }

    /** Lets somebody hear each event that is sent, at its moment. */
    public void hear(Consumer<Event> listener) {
        ear = listener;
    }

    /** Everything that was sent since the last time, in order. */
    public List<Event> takeEvents() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** What those who read the log were told since the last time. */
    public List<Fact> takeFacts() {
        List<Fact> taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }

    /** What the voice node was told since the last time. */
    public List<VoicePlaces> takePlaces() {
        List<VoicePlaces> taken = List.copyOf(places);
        places.clear();
        return taken;
    }

    /** What other actors were told since the last time. */
    public List<Command> takeTells() {
        List<Command> taken = List.copyOf(tells);
        tells.clear();
        return taken;
    }

    /** What commands wrote since the last time. */
    public List<Mutation> takeWrites() {
        List<Mutation> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    public List<String> takeNames() {
        return takeEvents().stream().map(Event::getName).toList();
    }

    /** The most bytes that one command changed and told since {@link #forgetSizes}. */
    public long mostBytes() {
        return mostBytes;
    }

    public void forgetSizes() {
        mostBytes = 0;
    }

    private void settle(Changes changes) {
        mostBytes = Math.max(mostBytes, changes.bytes());
        ChangesView view = new ChangesView(changes);
        storage.write(view.mutations());
        writes.addAll(view.mutations());
        view.applyTo(audience, event -> {
            events.add(event);
            ear.accept(event);
        });
        laters.addAll(view.laters());
        facts.addAll(view.facts());
        view.tells().stream()
                .filter(told -> !told.getActor().equals(Keys.guild(id)))
                .forEach(tells::add);
        // Long work goes on in steps that the guild asks of itself.
        List<Command> steps = view.tells().stream()
                .filter(told -> told.getActor().equals(Keys.guild(id)))
                .toList();
        if (holding) {
            held.addAll(steps);
        } else {
            steps.forEach(told -> run(told.toBuilder()));
        }
    }

    /** From now on steps that the guild asks of itself wait for {@link #releaseSteps}, as if others came before them. */
    public void holdSteps() {
        holding = true;
    }

    /** Runs what waits; says how much that was. */
    public int releaseSteps() {
        holding = false;
        List<Command> due = List.copyOf(held);
        held.clear();
        due.forEach(step -> run(step.toBuilder()));
        return due.size();
    }

    private static JsonNode answer(Reply reply) {
        return switch (reply) {
            case Reply.Ready(int status, ByteString body) -> Json.parse(body);
            case Reply.Pullable tickets -> throw new AssertionError("not an answer with a body: " + tickets);
            case Reply.Later later -> {
                try {
                    yield answer(later.work().call());
                } catch (RuntimeException refused) {
                    throw refused;
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            }
        };
    }
}
