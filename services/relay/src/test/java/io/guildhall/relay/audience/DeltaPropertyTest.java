package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audience that heard of changes one by one answers like one that was told the whole state just now. */
class DeltaPropertyTest {
    private static final int STEPS = 150;
    private static final List<Long> ROLES = List.of(Frames.GUILD, 201L, 202L, 203L);
    private static final List<Long> CHANNELS = List.of(301L, 302L, 303L);
    private static final long[] SETS = {
        0,
        Permission.VIEW_CHANNEL.mask(),
        Permission.CONNECT.mask(),
        Permission.of(Permission.VIEW_CHANNEL, Permission.CONNECT),
        Permission.ADMINISTRATOR.mask()
    };

    private final Map<Long, Long> roles = new TreeMap<>();
    private final Map<Long, ChannelPermissions> channels = new TreeMap<>();
    private long owner = 1;
    private long sequence;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void deltasAmountToTheWholeState(long seed) {
        Random random = new Random(seed);
        LocalAudience told = audience(whole());
        for (int step = 0; step < STEPS; step++) {
            told.delta(Frames.position(0), change(random));

            LocalAudience fresh = audience(whole());
            for (long channel : CHANNELS) {
                assertThat(receivers(told, channel))
                        .as("seed %d, step %d, channel %d", seed, step, channel)
                        .isEqualTo(receivers(fresh, channel));
            }
        }
    }

    private AudienceDelta change(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                RolePermissions role = RolePermissions.newBuilder()
                        .setId(any(random, ROLES))
                        .setPermissions(SETS[random.nextInt(SETS.length)])
                        .build();
                roles.put(role.getId(), role.getPermissions());
                yield AudienceDelta.newBuilder().addRoles(role).build();
            }
            case 2 -> {
                long role = any(random, ROLES.subList(1, ROLES.size()));
                roles.remove(role);
                yield AudienceDelta.newBuilder().addRemovedRoles(role).build();
            }
            case 3, 4 -> {
                ChannelPermissions channel = channel(random);
                channels.put(channel.getId(), channel);
                yield AudienceDelta.newBuilder().addChannels(channel).build();
            }
            default -> {
                if (random.nextBoolean()) {
                    long channel = any(random, CHANNELS);
                    channels.remove(channel);
                    yield AudienceDelta.newBuilder().addRemovedChannels(channel).build();
                }
                owner = 1 + random.nextInt(6);
                yield AudienceDelta.newBuilder().setOwnerId(owner).build();
            }
        };
    }

    private static ChannelPermissions channel(Random random) {
        ChannelPermissions.Builder channel =
                ChannelPermissions.newBuilder().setId(any(random, CHANNELS)).setVoice(random.nextBoolean());
        ROLES.forEach(role -> {
            if (random.nextInt(3) == 0) {
                channel.addOverwrites(overwrite(random).setId(role));
            }
        });
        for (long user = 1; user <= 6; user++) {
            if (random.nextInt(5) == 0) {
                channel.addOverwrites(overwrite(random).setId(user).setMember(true));
            }
        }
        return channel.build();
    }

    private static Overwrite.Builder overwrite(Random random) {
        return Overwrite.newBuilder()
                .setAllow(SETS[random.nextInt(SETS.length - 1)])
                .setDeny(SETS[random.nextInt(SETS.length - 1)]);
    }

    private static long any(Random random, List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** Overwrites for roles that are gone count for nothing, so they are left out. */
    private AudienceState whole() {
        AudienceState.Builder state = AudienceState.newBuilder().setOwnerId(owner);
        roles.forEach((id, permissions) ->
                state.addRoles(RolePermissions.newBuilder().setId(id).setPermissions(permissions)));
        channels.values().forEach(channel -> {
            ChannelPermissions.Builder known = channel.toBuilder().clearOverwrites();
            channel.getOverwritesList().stream()
                    .filter(overwrite -> overwrite.getMember()
                            || overwrite.getId() == Frames.GUILD
                            || roles.containsKey(overwrite.getId()))
                    .forEach(known::addOverwrites);
            state.addChannels(known);
        });
        return state.build();
    }

    private static LocalAudience audience(AudienceState state) {
        LocalAudience audience = new LocalAudience(Frames.ACTOR, 1, Clock.systemUTC());
        audience.state(Frames.position(0), state, true);
        List<JoiningSession> sessions = new ArrayList<>();
        for (long user = 1; user <= 6; user++) {
            sessions.add(Frames.session("g", user).toBuilder()
                    .addAllRoles(ROLES.subList(1, (int) (1 + user % ROLES.size())))
                    .build());
        }
        audience.join(
                Frames.position(0),
                SessionsJoin.newBuilder().addAllSessions(sessions).build(),
                new RecordingOutgoing());
        return audience;
    }

    private Set<Long> receivers(LocalAudience audience, long channel) {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(
                Frames.position(++sequence),
                Frames.event("TEST").setChannelId(channel).build(),
                outgoing);
        return outgoing.payloads().keySet();
    }
}
