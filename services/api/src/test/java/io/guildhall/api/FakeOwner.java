package io.guildhall.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.model.rpc.Success;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An owner that tells back what it was asked, and does as single operations' names say. */
public final class FakeOwner implements GuildOwner {
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private volatile Optional<Outcome> given = Optional.empty();
    private final Map<String, JsonNode> steps = new ConcurrentHashMap<>();
    private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();
    private volatile int movesLeft;
    private volatile int failuresLeft;
    private volatile boolean stepsRefused;
    private volatile boolean callsRefused;
    private volatile boolean rehearsalsRefused;

    /** Has this happen while the next command is on its way. */
    public void meanwhile(Runnable happens) {
        meanwhile.add(happens);
    }

    /** Gives no tickets out, and so knows none. */
    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return Uni.createFrom()
                .item(PullReply.newBuilder().setUnknownTicket(true).build());
    }

    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return Uni.createFrom().item(RollCallReply.getDefaultInstance());
    }

    @Override
    public Uni<Outcome> execute(Command command) {
        commands.add(command);
        Runnable other = meanwhile.poll();
        if (other != null) {
            other.run();
        }
        if (failuresLeft > 0) {
            failuresLeft--;
            return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
        }
        if (movesLeft > 0) {
            movesLeft--;
            return Uni.createFrom()
                    .item(Outcome.newBuilder()
                            .setMoved(Moved.newBuilder().setNode("other").setAddress("other:1"))
                            .build());
        }
        if (stepsRefused && command.hasInternal()
                || callsRefused && command.hasRest()
                || rehearsalsRefused && command.hasRehearsal()) {
            return Uni.createFrom()
                    .item(Outcome.newBuilder()
                            .setFailure(ApiException.of(ErrorCode.MISSING_PERMISSIONS)
                                    .toFailure())
                            .build());
        }
        if (command.hasInternal() && steps.containsKey(command.getInternal().getStep())) {
            Success.Builder told = Success.newBuilder()
                    .setStatus(200)
                    .setBody(Json.bytes(steps.get(command.getInternal().getStep())));
            return Uni.createFrom().item(Outcome.newBuilder().setSuccess(told).build());
        }
        if (command.hasRest() && given.isPresent()) {
            return Uni.createFrom().item(given.get());
        }
        if (command.hasRest() && command.getRest().getOperation().equals("getGuildPreview")) {
            return Uni.createFrom()
                    .item(Outcome.newBuilder()
                            .setFailure(ApiException.of(ErrorCode.UNKNOWN_GUILD).toFailure())
                            .build());
        }
        return Uni.createFrom()
                .item(Outcome.newBuilder().setSuccess(success(command)).build());
    }

    /** Every command that came, oldest first. */
    public List<Command> commands() {
        return commands;
    }

    public Command last() {
        return commands.get(commands.size() - 1);
    }

    /** REST calls are answered so from now on. */
    public void give(Outcome outcome) {
        given = Optional.of(outcome);
    }

    /** A step is answered so from now on. */
    public void give(String step, JsonNode answer) {
        steps.put(step, answer);
    }

    /** The next commands are answered with "not mine". */
    public void move(int times) {
        movesLeft = times;
    }

    /** Whether steps, as opposed to REST calls, are refused. */
    public void refuseSteps(boolean refuse) {
        stepsRefused = refuse;
    }

    /** Whether REST calls are refused. */
    public void refuseCalls(boolean refuse) {
        callsRefused = refuse;
    }

    /** Whether rehearsals of REST calls are refused. */
    public void refuseRehearsals(boolean refuse) {
        rehearsalsRefused = refuse;
    }

    /** The next commands find nobody there. */
    public void fail(int times) {
        failuresLeft = times;
    }

    private static Success success(Command command) {
        if (!command.hasRest()) {
            return Success.newBuilder().setStatus(200).build();
        }
        RestCall call = command.getRest();
        int status = Operations.byName(call.getOperation()).orElseThrow().status();
        ByteString body = status == 204
                ? ByteString.EMPTY
                : Json.bytes(Json.object()
                        .put("operation", call.getOperation())
                        .put("actor", Long.toString(command.getActor().getId()))
                        .put("kind", command.getActor().getKind().name())
                        .<com.fasterxml.jackson.databind.node.ObjectNode>set("body", Json.parse(call.getBody())));
        return Success.newBuilder().setStatus(status).setBody(body).build();
    }
}
