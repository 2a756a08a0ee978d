package io.guildhall.gateway.fakes;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.rpc.Ticket;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An owner of every actor that remembers what it was asked. Sessions that join a guild pull GUILD_CREATE, as it is at the position
 * that the relay has reached.
 */
public final class FakeOwner implements GuildOwner {
    private final FakeRelay relay;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    /** Numbers of sessions that joined. */
    private final Set<Long> joined = ConcurrentHashMap.newKeySet();
    /** Those of tests before this one. They still wait to be resumed, and join again when nodes come and go: nobody is to take that for his own. */
    private final Set<Long> earlier = ConcurrentHashMap.newKeySet();

    private final List<Long> guilds = new CopyOnWriteArrayList<>();
    private volatile String application = "{\"id\":\"1\",\"flags\":\"565248\"}";
    private final AtomicLong tickets = new AtomicLong();
    private volatile Function<Command, Outcome> answer = command -> null;
    private volatile Function<PullRequest, Uni<PullReply>> pull =
            request -> Uni.createFrom().item(created(request));

    private volatile Function<RollCall, RollCallReply> roll = call -> RollCallReply.getDefaultInstance();

    public FakeOwner(FakeRelay relay) {
        this.relay = relay;
    }

    public void reset() {
        earlier.addAll(joined);
        commands.clear();
        guilds.clear();
        application = "{\"id\":\"1\",\"flags\":565248}";
        answer = command -> null;
        pull = request -> Uni.createFrom().item(created(request));
        roll = call -> RollCallReply.getDefaultInstance();
    }

    public void guilds(Long... ids) {
        guilds.clear();
        guilds.addAll(List.of(ids));
    }

    public void application(String json) {
        application = json;
    }

    /** Answers by this function where it gives something. */
    public void answer(Function<Command, Outcome> function) {
        answer = function;
    }

    /** From now on pulls wait for these answers. */
    public void pulls(Function<PullRequest, Uni<PullReply>> function) {
        pull = function;
    }

    /** What the ticket stands for; the same for every guild. */
    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return pull.apply(request);
    }

    /** From now on roll calls are answered like this; otherwise nothing differs. */
    public void rolls(Function<RollCall, RollCallReply> function) {
        roll = function;
    }

    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return Uni.createFrom().item(roll.apply(call));
    }

    public static PullReply created(PullRequest request) {
        return pulled("GUILD_CREATE", "{\"id\":\"" + request.getActor().getId() + "\",\"unavailable\":false}", true);
    }

    public static PullReply pulled(String name, String payload, boolean done) {
        return PullReply.newBuilder()
                .addEvents(Event.newBuilder().setName(name).setPayload(ByteString.copyFromUtf8(payload)))
                .setDone(done)
                .build();
    }

    private Outcome ticket(Command command, SessionRef session) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder()
                        .setStatus(200)
                        .addTickets(Ticket.newBuilder()
                                .setSession(session)
                                .setNumber(tickets.incrementAndGet())
                                .setPosition(relay.position(command.getActor()))))
                .build();
    }

    @Override
    public Uni<Outcome> execute(Command command) {
        remember(command);
        Outcome special = answer.apply(command);
        if (special != null) {
            return Uni.createFrom().item(special);
        }
        if (command.hasAttach() && command.getActor().getKind() == ActorKind.USER) {
            return Uni.createFrom().item(success(userBody(command.getActor().getId())));
        }
        if (command.hasRequestMembers()) {
            return Uni.createFrom()
                    .item(ticket(command, command.getRequestMembers().getSession()));
        }
        if (command.getSubscribe().getTickets()) {
            return Uni.createFrom().item(ticket(command, command.getSubscribe().getSession()));
        }
        if (command.hasAttach() && !command.getAttach().hasResumeAfter()) {
            return Uni.createFrom()
                    .item(ticket(command, command.getAttach().getSessions(0).getRef()));
        }
        return Uni.createFrom().item(success(""));
    }

    private void remember(Command command) {
        List<Long> sessions = sessions(command).map(SessionRef::getNumber).toList();
        if (command.hasAttach()) {
            joined.addAll(sessions);
        }
        if (sessions.isEmpty() || !earlier.containsAll(sessions)) {
            commands.add(command);
        }
    }

    /** Whom a command concerns that a session may send without being asked to. */
    private static Stream<SessionRef> sessions(Command command) {
        if (command.hasAttach()) {
            return command.getAttach().getSessionsList().stream().map(Session::getRef);
        }
        if (command.hasDetach()) {
            return command.getDetach().getSessionsList().stream();
        }
        return command.hasSubscribe() ? Stream.of(command.getSubscribe().getSession()) : Stream.of();
    }

    private String userBody(long id) {
        StringBuilder ids = new StringBuilder();
        guilds.forEach(guild ->
                ids.append(ids.isEmpty() ? "" : ",").append('"').append(guild).append('"'));
        return "{\"user\":{\"id\":\"" + id + "\",\"username\":\"bot\",\"discriminator\":\"0000\"},\"application\":"
                + application + ",\"guilds\":[" + ids + "],\"private_channels\":[]}";
    }

    public static Outcome success(String body) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder().setStatus(200).setBody(ByteString.copyFromUtf8(body)))
                .build();
    }

    public static Outcome failure(int code) {
        return Outcome.newBuilder()
                .setFailure(Failure.newBuilder().setCode(code).setStatus(403))
                .build();
    }

    /** The commands that match among those that came and were not waited for. */
    public List<Command> came(Predicate<Command> matches) {
        return commands.stream().filter(matches).toList();
    }

    /** Waits for a command that matches; what came before it is forgotten. */
    public Command await(Function<Command, Boolean> matches) throws InterruptedException {
        while (true) {
            Command command = commands.poll(20, TimeUnit.SECONDS);
            if (command == null) {
                throw new IllegalStateException("no such command came");
            }
            if (matches.apply(command)) {
                return command;
            }
        }
    }
}
