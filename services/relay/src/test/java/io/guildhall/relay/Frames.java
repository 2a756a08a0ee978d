package io.guildhall.relay;

import com.google.protobuf.ByteString;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionsJoin;
import java.util.List;

/** Frames as an owner sends them, for tests. */
public final class Frames {
    public static final long GUILD = 100;
    public static final ActorKey ACTOR =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(GUILD).build();

    private Frames() {}

    public static OwnerFrame.Builder frame(long sequence) {
        return OwnerFrame.newBuilder().setActor(ACTOR).setPosition(position(sequence));
    }

    public static Position position(long sequence) {
        return Position.newBuilder().setEpoch(1).setSequence(sequence).build();
    }

    /** A guild of user 1 in which everybody sees everything. */
    public static AudienceState open() {
        return AudienceState.newBuilder()
                .setVersion(1)
                .setOwnerId(1)
                .addRoles(RolePermissions.newBuilder().setId(GUILD).setPermissions(Permission.VIEW_CHANNEL.mask()))
                .build();
    }

    public static SessionRef ref(String gateway, long number) {
        return SessionRef.newBuilder().setGateway(gateway).setNumber(number).build();
    }

    /** A session with every intent whose number is also its user's id. */
    public static JoiningSession session(String gateway, long number) {
        return JoiningSession.newBuilder()
                .setSession(Session.newBuilder()
                        .setRef(ref(gateway, number))
                        .setUserId(number)
                        .setIntents(-1)
                        .setDirect(true))
                .build();
    }

    public static OwnerFrame.Builder state(long sequence) {
        return frame(sequence).setState(open());
    }

    public static OwnerFrame.Builder join(long sequence, JoiningSession... sessions) {
        return frame(sequence).setJoin(SessionsJoin.newBuilder().addAllSessions(List.of(sessions)));
    }

    public static Event.Builder event(String name) {
        return Event.newBuilder().setName(name).setPayload(ByteString.copyFromUtf8("{\"name\":\"" + name + "\"}"));
    }

    public static OwnerFrame.Builder event(long sequence, String name) {
        return frame(sequence).setEvent(event(name));
    }
}
