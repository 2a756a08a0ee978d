package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.guildhall.observability.process.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells gateways which of their sessions are not attached here although they believe so. Says nothing of actors that this node does
 * not take for its own: while nodes see each other differently, whoever asks will soon ask another one. Does not enter mailboxes.
 */
final class RollAnswers {
    private final Discovery discovery;
    private final Function<ActorKey, Optional<Audience>> audiences;
    private final SessionDepartures departures;

    RollAnswers(Discovery discovery, Function<ActorKey, Optional<Audience>> audiences, SessionDepartures departures) {
        this.discovery = discovery;
        this.audiences = audiences;
        this.departures = departures;
    }

    RollCallReply answer(RollCall call) {
        RollCallReply.Builder reply = RollCallReply.newBuilder();
        // Of an actor whose audience fails nothing is said; it is asked after again.
        call.getRollsList()
                .forEach(roll ->
                        Guard.PROCESS.run("Answering a roll call", () -> answer(call.getGateway(), roll, reply)));
        return reply.build();
    }

    private void answer(String gateway, Roll roll, RollCallReply.Builder reply) {
        if (!isOwn(roll.getActor())) {
            return;
        }
        if (roll.getSessionsCount() == 0) {
            if (differs(gateway, roll)) {
                reply.addDiffering(Roll.newBuilder().setActor(roll.getActor()));
            }
            return;
        }
        List<Long> missing = missing(gateway, roll);
        if (!missing.isEmpty()) {
            reply.addDiffering(Roll.newBuilder().setActor(roll.getActor()).addAllSessions(missing));
        }
    }

    private boolean differs(String gateway, Roll roll) {
        Attendance here = audiences
                .apply(roll.getActor())
                .map(audience -> audience.attendance(gateway))
                .orElse(Attendance.NONE);
        return !here.equals(new Attendance(roll.getCount(), roll.getDigest()));
    }

    private List<Long> missing(String gateway, Roll roll) {
        // Before who is attached is looked up: who joins in between is found in one of the two.
        Set<Long> coming = departures.coming(roll.getActor(), gateway);
        List<Long> others = roll.getSessionsList().stream()
                .filter(session -> !coming.contains(session))
                .toList();
        return audiences
                .apply(roll.getActor())
                .map(audience -> audience.missing(gateway, others))
                .orElse(others);
    }

    private boolean isOwn(ActorKey key) {
        String self = discovery.self(Role.GUILD).id();
        return Ring.choose(discovery.nodes(Role.GUILD), key.getId())
                .filter(owner -> owner.id().equals(self))
                .isPresent();
    }
}
