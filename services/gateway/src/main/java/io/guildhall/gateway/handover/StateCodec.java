package io.guildhall.gateway.handover;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.SessionState;
import io.guildhall.gateway.session.SessionState.Standing;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A session's state in bytes: a format version, then the fields in order, compressed as a whole because the missed events
 * of one session resemble each other. Understood by nodes of the same format version only; others start a new session.
 */
final class StateCodec {
    private static final int FORMAT = 1;
    private static final int LEVEL = 1;
    /** More than the bounds of a replay buffer and what surrounds it ever need. */
    private static final int LARGEST = 256 << 20;

    private StateCodec() {}

    static ByteString encode(SessionState state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            out.writeUTF(state.id());
            writeProfile(out, state.profile());
            out.writeLong(state.firstSequence());
            out.writeInt(state.events().size());
            for (Dispatch event : state.events()) {
                out.writeUTF(event.name());
                writeBytes(out, event.payload());
            }
            out.writeInt(state.actors().size());
            for (Standing standing : state.actors()) {
                writeBytes(out, standing.actor().toByteArray());
                writeBytes(out, standing.position().toByteArray());
            }
            out.writeLong(state.profile().login());
            out.writeInt(state.subscriptions().size());
            for (Map.Entry<Long, Subscription> looksAt : state.subscriptions().entrySet()) {
                out.writeLong(looksAt.getKey());
                writeBytes(out, looksAt.getValue().toByteArray());
            }
            out.writeInt(state.voices().size());
            for (Map.Entry<Long, UpdateVoiceState> voice : state.voices().entrySet()) {
                out.writeLong(voice.getKey());
                writeBytes(out, voice.getValue().toByteArray());
            }
            out.writeLong(state.profile().proof());
            return ByteString.copyFrom(Zstd.compress(bytes.toByteArray(), LEVEL));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SessionState decode(ByteString encoded) throws IOException {
        byte[] compressed = encoded.toByteArray();
        long size = Zstd.getFrameContentSize(compressed);
        if (size <= 0 || size > LARGEST) {
            throw new IOException("not a session's state");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Zstd.decompress(compressed, (int) size)));
        if (in.readByte() != FORMAT) {
            throw new IOException("a session's state in another format");
        }
        String id = in.readUTF();
        Profile profile = readProfile(in);
        long firstSequence = in.readLong();
        List<Dispatch> events = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            events.add(new Dispatch(in.readUTF(), readBytes(in)));
        }
        List<Standing> actors = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            actors.add(new Standing(ActorKey.parseFrom(readBytes(in)), Position.parseFrom(readBytes(in))));
        }
        // Nodes of an earlier version write no login, no subscriptions, no voices or no proof, and stop reading before
        // them.
        long login = in.available() >= Long.BYTES ? in.readLong() : 0;
        Map<Long, Subscription> subscriptions = new HashMap<>();
        for (int left = in.available() >= Integer.BYTES ? in.readInt() : 0; left > 0; left--) {
            subscriptions.put(in.readLong(), Subscription.parseFrom(readBytes(in)));
        }
        Map<Long, UpdateVoiceState> voices = new HashMap<>();
        for (int left = in.available() >= Integer.BYTES ? in.readInt() : 0; left > 0; left--) {
            voices.put(in.readLong(), UpdateVoiceState.parseFrom(readBytes(in)));
        }
        long proof = in.available() >= Long.BYTES ? in.readLong() : 0;
        return new SessionState(
                id, profile.withLogin(login).withProof(proof), firstSequence, events, actors, subscriptions, voices);
    }

    private static void writeProfile(DataOutputStream out, Profile profile) throws IOException {
        out.writeLong(profile.userId());
        out.writeBoolean(profile.bot());
        out.writeLong(profile.intents());
        out.writeInt(profile.shard());
        out.writeInt(profile.shards());
        out.writeInt(profile.largeThreshold());
        writeBytes(out, profile.presence());
    }

    private static Profile readProfile(DataInputStream in) throws IOException {
        return new Profile(
                in.readLong(),
                in.readBoolean(),
                0,
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                readBytes(in));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
