package io.guildhall.gateway.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.List;
import java.util.Optional;

/** The commands by which sessions come and go. */
public final class Commands {
    private Commands() {}

    public static ActorKey user(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.USER).setId(id).build();
    }

    public static ActorKey guild(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
    }

    /** One new session joins its user. */
    public static Command attach(ActorKey user, Session session) {
        return attach(user, session, false);
    }

    /**
     * One new session joins a guild. What it has for it is pulled by the ticket in the answer.
     *
     * @param entered the user came into the guild just now, after READY
     */
    public static Command attach(long guild, Session session, boolean entered) {
        return attach(guild(guild), session, entered);
    }

    private static Command attach(ActorKey actor, Session session, boolean entered) {
        return Command.newBuilder()
                .setActor(actor)
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(describe(actor, session))
                        .addAllVoiceStates(inVoice(actor, List.of(session)))
                        .setTickets(actor.getKind() == ActorKind.GUILD)
                        .setEntered(entered)
                        .setPresence(presence(session))
                        .setLargeThreshold(session.profile().largeThreshold()))
                .build();
    }

    /**
     * Sessions with the same presence, all connected or all waiting, rejoin an actor and receive what came after the position; with an epoch of 0 they
     * join anew.
     */
    public static Command resume(ActorKey actor, List<Session> sessions, Position after) {
        Profile profile = sessions.getFirst().profile();
        AttachSessions.Builder attach = AttachSessions.newBuilder()
                .setPresence(presence(sessions.getFirst()))
                .setLargeThreshold(profile.largeThreshold());
        sessions.forEach(session -> attach.addSessions(describe(actor, session)));
        attach.addAllSubscriptions(looksAt(actor, sessions));
        attach.addAllVoiceStates(inVoice(actor, sessions));
        if (after.getEpoch() != 0) {
            attach.setResumeAfter(after);
        }
        return Command.newBuilder().setActor(actor).setAttach(attach).build();
    }

    /**
     * What the session looks at in a guild.
     *
     * @param anew whether the parts of lists are told from their beginning, also those that it looked at before
     */
    public static Command subscribe(Session session, long guild, boolean anew) {
        return Command.newBuilder()
                .setActor(guild(guild))
                .setSubscribe(looksAt(session, guild).setAnew(anew))
                .build();
    }

    /**
     * What the session looks at in a guild, among it threads that it begins to look at. What it has for them is pulled by the ticket in the
     * answer.
     *
     * @param again whether it asked before and got no answer
     */
    public static Command subscribeToThreads(Session session, long guild, boolean anew, boolean again) {
        return Command.newBuilder()
                .setActor(guild(guild))
                .setSubscribe(
                        looksAt(session, guild).setAnew(anew).setTickets(true).setAgain(again))
                .build();
    }

    private static List<Subscribe> looksAt(ActorKey actor, List<Session> sessions) {
        if (actor.getKind() != ActorKind.GUILD) {
            return List.of();
        }
        return sessions.stream()
                .filter(session -> session.looksAt(actor.getId()))
                .map(session -> looksAt(session, actor.getId()).setAnew(true).build())
                .toList();
    }

    private static Subscribe.Builder looksAt(Session session, long guild) {
        return Subscribe.newBuilder().setSession(session.reference()).setSubscription(session.subscription(guild));
    }

    /** Where these sessions are in voice in a guild. */
    private static List<UpdateVoiceState> inVoice(ActorKey actor, List<Session> sessions) {
        return sessions.stream()
                .map(session -> inVoice(actor, session))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where the session is in voice in a guild; empty for other actors. */
    public static Optional<UpdateVoiceState> inVoice(ActorKey actor, Session session) {
        return actor.getKind() == ActorKind.GUILD
                ? session.voices().in(actor.getId(), session.reference())
                : Optional.empty();
    }

    /** @param inVoice where some of the sessions are in voice there */
    public static Command detach(ActorKey actor, List<SessionRef> sessions, List<UpdateVoiceState> inVoice) {
        return Command.newBuilder()
                .setActor(actor)
                .setDetach(DetachSessions.newBuilder().addAllSessions(sessions).addAllVoiceStates(inVoice))
                .build();
    }

    /** The session as owners and relays see it. */
    private static io.guildhall.model.rpc.Session describe(ActorKey actor, Session session) {
        Profile profile = session.profile();
        boolean own = actor.getKind() == ActorKind.USER && !profile.bot();
        return io.guildhall.model.rpc.Session.newBuilder()
                .setRef(session.reference())
                .setUserId(profile.userId())
                .setIntents(profile.intents())
                .setDirect(profile.direct())
                .setBot(profile.bot())
                .setSessionId(own ? session.id() : "")
                .build();
    }

    /** What the session says of its user, and whether it only waits to be resumed. */
    public static Command.Builder updatePresence(Session session) {
        return Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(session.reference())
                        .setUserId(session.profile().userId())
                        .setPresence(presence(session)));
    }

    private static ByteString presence(Session session) {
        return UnsafeByteOperations.unsafeWrap(
                session.absent()
                        ? WaitingPresence.of(session.profile().presence())
                        : session.profile().presence());
    }
}
