package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.ContentVariant;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of member with every set of intents, against every kind of channel, needed permission, intent and
 * addressee of an event. What each session receives is compared with rules written down here once more, plainly and one
 * session at a time.
 */
class VisibilityMatrixTest {
    private static final long NOW = 1_000_000;
    private static final long OWNER = 1;
    private static final long ADMINISTRATORS = 201;
    private static final long MODERATORS = 202;
    private static final long MUTED = 203;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final long HISTORY = Permission.READ_MESSAGE_HISTORY.mask();
    private static final long MANAGE = Permission.MANAGE_MESSAGES.mask();
    private static final List<Long> CHANNELS = List.of(0L, 301L, 302L, 303L, 304L, 399L);
    private static final long CONTENT = Intent.MESSAGE_CONTENT.bit();
    private static final long MESSAGES = Intent.GUILD_MESSAGES.bit();

    private static final List<ContentVariant> CONTENT_VARIANTS = List.of(
            ContentVariant.newBuilder()
                    .setPayload(ByteString.copyFromUtf8("bare for 16"))
                    .addUsers(16)
                    .build(),
            ContentVariant.newBuilder()
                    .setPayload(ByteString.copyFromUtf8("bare for 17 and 18"))
                    .addUsers(18)
                    .addUsers(17)
                    .build());

    private record Member(long user, List<Long> roles, long timedOutUntil) {}

    private record Listener(long session, Member member, long intents, boolean direct) {}

    private final List<Listener> listeners = listeners();
    private final AudienceState state = state();

    @ParameterizedTest
    @MethodSource("events")
    void everySessionReceivesExactlyWhatTheRulesSay(Event event) {
        LocalAudience audience =
                new LocalAudience(Frames.ACTOR, 1, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.state(Frames.position(0), state, true);
        audience.join(Frames.position(0), join(), outgoing);

        audience.event(Frames.position(1), event, outgoing);
        audience.event(Frames.position(2), event, outgoing);

        assertThat(outgoing.payloads()).isEqualTo(expected(event));
    }

    static Stream<Event> events() {
        List<Event> events = new ArrayList<>();
        for (long channel : CHANNELS) {
            for (long permissions : new long[] {0, MANAGE, HISTORY, VIEW | MANAGE}) {
                for (long intents : new long[] {0, MESSAGES, MESSAGES | Intent.GUILD_MEMBERS.bit()}) {
                    for (boolean variants : new boolean[] {false, true}) {
                        for (Event.Builder addressed : addressees()) {
                            events.add(addressed
                                    .setName("TEST")
                                    .setPayload(ByteString.copyFromUtf8("full"))
                                    .setPayloadWithoutContent(ByteString.copyFromUtf8(variants ? "bare" : ""))
                                    .addContentUsers(14)
                                    .addAllContentVariants(variants ? CONTENT_VARIANTS : List.of())
                                    .setChannelId(channel)
                                    .setPermissions(permissions)
                                    .setIntents(intents)
                                    .build());
                        }
                    }
                }
            }
        }
        return events.stream();
    }

    private static List<Event.Builder> addressees() {
        return List.of(
                Event.newBuilder(),
                Event.newBuilder().setDirect(true),
                Event.newBuilder()
                        .addOnlyUsers(OWNER)
                        .addOnlyUsers(12)
                        .addOnlyUsers(12)
                        .addOnlyUsers(77),
                Event.newBuilder().addAnyIntentUsers(OWNER).addAnyIntentUsers(12),
                Event.newBuilder()
                        .addOnlySessions(Frames.ref("g0", 12_000))
                        .addOnlySessions(Frames.ref("g1", 9_999_999)));
    }

    private Map<Long, String> expected(Event event) {
        Map<Long, String> expected = new HashMap<>();
        for (Listener listener : listeners) {
            boolean receives = event.getOnlySessionsCount() == 0
                    && (event.getOnlyUsersCount() == 0
                            || event.getOnlyUsersList()
                                    .contains(listener.member().user()))
                    && (event.getIntents() == 0
                            || (event.getIntents() & listener.intents()) != 0
                            || event.getAnyIntentUsersList()
                                    .contains(listener.member().user()))
                    && (!event.getDirect() || listener.direct())
                    && permitted(listener.member(), event);
            boolean bare = !event.getPayloadWithoutContent().isEmpty()
                    && (listener.intents() & CONTENT) == 0
                    && !event.getContentUsersList().contains(listener.member().user());
            if (receives) {
                expected.put(listener.session(), bare ? bare(listener.member().user()) : "full");
            }
        }
        return expected;
    }

    private static String bare(long user) {
        return user == 16 ? "bare for 16" : user == 17 || user == 18 ? "bare for 17 and 18" : "bare";
    }

    private boolean permitted(Member member, Event event) {
        if (event.getChannelId() == 0 && event.getPermissions() == 0) {
            return true;
        }
        long base = member.roles().stream().mapToLong(this::ofRole).reduce(ofRole(Frames.GUILD), (a, b) -> a | b);
        if (member.user() == OWNER || (base & Permission.ADMINISTRATOR.mask()) != 0) {
            return true;
        }
        boolean timedOut = member.timedOutUntil() > NOW;
        if (event.getChannelId() == 0) {
            return holds(timedOut ? base & (VIEW | HISTORY) : base, event.getPermissions());
        }
        List<Overwrite> overwrites = state.getChannelsList().stream()
                .filter(channel -> channel.getId() == event.getChannelId())
                .findFirst()
                .map(ChannelPermissions::getOverwritesList)
                .orElse(null);
        if (overwrites == null) {
            return false;
        }
        long held = apply(base, overwrites, overwrite -> overwrite.getId() == Frames.GUILD);
        held = apply(
                held,
                overwrites,
                overwrite -> !overwrite.getMember() && member.roles().contains(overwrite.getId()));
        held = apply(held, overwrites, overwrite -> overwrite.getMember() && overwrite.getId() == member.user());
        return holds(held, VIEW) && holds(timedOut ? held & (VIEW | HISTORY) : held, event.getPermissions());
    }

    private static long apply(long held, List<Overwrite> overwrites, Predicate<Overwrite> concerned) {
        long allow = 0;
        long deny = 0;
        for (Overwrite overwrite : overwrites) {
            if (concerned.test(overwrite)) {
                allow |= overwrite.getAllow();
                deny |= overwrite.getDeny();
            }
        }
        return held & ~deny | allow;
    }

    private static boolean holds(long held, long wanted) {
        return (held & wanted) == wanted;
    }

    private long ofRole(long role) {
        return state.getRolesList().stream()
                .filter(known -> known.getId() == role)
                .mapToLong(RolePermissions::getPermissions)
                .sum();
    }

    /** 301 is open, 302 for moderators, 303 for everyone but the muted and member 13, 304 for member 12 alone. */
    private static AudienceState state() {
        return AudienceState.newBuilder()
                .setVersion(7)
                .setOwnerId(OWNER)
                .addRoles(role(Frames.GUILD, VIEW))
                .addRoles(role(ADMINISTRATORS, Permission.ADMINISTRATOR.mask()))
                .addRoles(role(MODERATORS, MANAGE | HISTORY))
                .addRoles(role(MUTED, 0))
                .addChannels(ChannelPermissions.newBuilder().setId(301))
                .addChannels(ChannelPermissions.newBuilder()
                        .setId(302)
                        .addOverwrites(overwrite(Frames.GUILD, false, 0, VIEW))
                        .addOverwrites(overwrite(MODERATORS, false, VIEW, 0)))
                .addChannels(ChannelPermissions.newBuilder()
                        .setId(303)
                        .addOverwrites(overwrite(MUTED, false, 0, VIEW))
                        .addOverwrites(overwrite(13, true, 0, VIEW)))
                .addChannels(ChannelPermissions.newBuilder()
                        .setId(304)
                        .addOverwrites(overwrite(Frames.GUILD, false, 0, VIEW))
                        .addOverwrites(overwrite(12, true, VIEW | MANAGE, 0)))
                .build();
    }

    private static List<Listener> listeners() {
        List<Member> members = List.of(
                new Member(OWNER, List.of(), 0),
                new Member(11, List.of(ADMINISTRATORS), 0),
                new Member(12, List.of(), 0),
                new Member(13, List.of(MODERATORS), 0),
                new Member(14, List.of(MODERATORS, MUTED), 0),
                new Member(15, List.of(MUTED), 0),
                new Member(16, List.of(MODERATORS), NOW + 1),
                new Member(17, List.of(MODERATORS), NOW - 1),
                new Member(18, List.of(ADMINISTRATORS), NOW + 1));
        List<Listener> listeners = new ArrayList<>();
        for (Member member : members) {
            int next = 0;
            for (long intents : new long[] {-1L, MESSAGES, CONTENT | MESSAGES, Intent.GUILD_MEMBERS.bit(), 0}) {
                for (boolean direct : new boolean[] {true, false}) {
                    listeners.add(new Listener(member.user() * 1_000 + next++, member, intents, direct));
                }
            }
        }
        return listeners;
    }

    private SessionsJoin join() {
        SessionsJoin.Builder join = SessionsJoin.newBuilder().setPartition(3);
        for (Listener listener : listeners) {
            join.addSessions(JoiningSession.newBuilder()
                    .setSession(Session.newBuilder()
                            .setRef(Frames.ref("g" + listener.session() % 2, listener.session()))
                            .setUserId(listener.member().user())
                            .setIntents(listener.intents())
                            .setDirect(listener.direct()))
                    .addAllRoles(listener.member().roles())
                    .setTimedOutUntil(listener.member().timedOutUntil()));
        }
        return join.build();
    }

    private static RolePermissions role(long id, long permissions) {
        return RolePermissions.newBuilder()
                .setId(id)
                .setPermissions(permissions)
                .build();
    }

    private static Overwrite overwrite(long id, boolean member, long allow, long deny) {
        return Overwrite.newBuilder()
                .setId(id)
                .setMember(member)
                .setAllow(allow)
                .setDeny(deny)
                .build();
    }
}
