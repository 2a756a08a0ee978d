package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What sessions that were away hear of a channel that was shown and hidden meanwhile, and of what was said in it. */
class HindsightTest {
    private static final long CHANNEL = 301;
    private static final long ROLE = 201;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final Overwrite ALL_DENIED =
            Overwrite.newBuilder().setId(Frames.GUILD).setDeny(VIEW).build();
    private static final Overwrite ROLE_ALLOWED =
            Overwrite.newBuilder().setId(ROLE).setAllow(VIEW).build();
    private static final Overwrite MEMBER_ALLOWED =
            Overwrite.newBuilder().setId(13).setMember(true).setAllow(VIEW).build();

    /** User 1 owns the guild, 12 has the role, 13 may have an overwrite of its own, 14 is like anybody. */
    private static final List<Long> EVERYBODY = List.of(1L, 12L, 13L, 14L);

    private record Rules(List<Overwrite> overwrites, List<Long> see) {}

    private static final List<Rules> RULES = List.of(
            new Rules(List.of(), EVERYBODY),
            new Rules(List.of(ALL_DENIED), List.of(1L)),
            new Rules(List.of(ALL_DENIED, ROLE_ALLOWED), List.of(1L, 12L)),
            new Rules(List.of(ALL_DENIED, MEMBER_ALLOWED), List.of(1L, 13L)));

    static Stream<Arguments> histories() {
        List<Arguments> all = new ArrayList<>();
        for (Rules first : RULES) {
            for (Rules second : RULES) {
                for (Rules third : RULES) {
                    all.add(Arguments.of(first, second, third, false));
                    all.add(Arguments.of(first, second, third, true));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whoIsToldThatAChannelShowsLacksNothingOfIt(Rules first, Rules second, Rules third, boolean onlyChanged) {
        Map<Long, Map<Long, String>> told = told(
                third,
                change(first, onlyChanged),
                Frames.event("MESSAGE_CREATE").setChannelId(CHANNEL),
                change(second, onlyChanged),
                Frames.event("MESSAGE_CREATE").setChannelId(CHANNEL));
        for (long user : EVERYBODY) {
            Map<Long, String> heard = told.getOrDefault(user, Map.of());
            boolean shownFirst = first.see().contains(user);
            boolean shownThen = shows(heard.get(1L), shownFirst);
            boolean shownLast = shows(heard.get(3L), shownThen);

            assertThat(shownLast).isEqualTo(third.see().contains(user));
            assertThat(heard.containsKey(4L)).isEqualTo(third.see().contains(user));
            assertThat(heard.containsKey(2L))
                    .isEqualTo(second.see().contains(user) && third.see().contains(user));
            assertThat(heard.containsKey(2L)).isEqualTo(shownThen && shownLast);
        }
    }

    /** An overwrite of somebody's own that came and went counts for the time in which it was there, whatever changed before. */
    @ParameterizedTest
    @MethodSource("histories")
    void whatShowedBeforeARoleChangedIsTold(Rules first, Rules second, Rules third, boolean onlyChanged) {
        Map<Long, Map<Long, String>> told = told(
                third,
                Frames.event("MESSAGE_CREATE").setChannelId(CHANNEL),
                Frames.event("GUILD_ROLE_UPDATE")
                        .setBefore(AudienceDelta.newBuilder()
                                .addRoles(RolePermissions.newBuilder().setId(ROLE))),
                change(second, onlyChanged));
        for (long user : EVERYBODY) {
            assertThat(told.getOrDefault(user, Map.of()).containsKey(1L))
                    .isEqualTo(second.see().contains(user) && third.see().contains(user));
        }
    }

    private static boolean shows(String told, boolean before) {
        return told == null ? before : told.equals("shown");
    }

    private static Event.Builder change(Rules from, boolean onlyChanged) {
        AudienceDelta before =
                AudienceDelta.newBuilder().addChannels(channel(from)).build();
        return Frames.event("CHANNEL_UPDATE")
                .setChannelId(CHANNEL)
                .setPermissions(VIEW)
                .setPayload(ByteString.copyFromUtf8("shown"))
                .setPayloadWithoutSight(ByteString.copyFromUtf8("hidden"))
                .setBefore(before)
                .setFormer(before)
                .setOnlyChanged(onlyChanged);
    }

    /** What each user hears of these events, by their numbers, who joins when they are over. */
    private static Map<Long, Map<Long, String>> told(Rules now, Event.Builder... events) {
        LocalAudience audience = new LocalAudience(Frames.ACTOR, 1, Clock.systemUTC());
        audience.state(
                Frames.position(events.length),
                Frames.open().toBuilder()
                        .addRoles(RolePermissions.newBuilder().setId(ROLE))
                        .addChannels(channel(now))
                        .build(),
                true);
        SessionsJoin.Builder join = SessionsJoin.newBuilder()
                .addSessions(Frames.session("g", 1))
                .addSessions(Frames.session("g", 12).toBuilder().addRoles(ROLE))
                .addSessions(Frames.session("g", 13))
                .addSessions(Frames.session("g", 14));
        for (int index = 0; index < events.length; index++) {
            join.addBacklog(PositionedEvent.newBuilder()
                    .setPosition(Frames.position(index + 1))
                    .setEvent(events[index]));
        }
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.join(Frames.position(events.length), join.build(), outgoing);
        Map<Long, Map<Long, String>> told = new TreeMap<>();
        for (RelayFrame frame : outgoing.frames()) {
            frame.getDeliveriesList().forEach(delivery -> delivery.getSessionsList()
                    .forEach(user -> told.computeIfAbsent(user, none -> new TreeMap<>())
                            .put(
                                    frame.getPosition().getSequence(),
                                    delivery.getPayload().toStringUtf8())));
        }
        return told;
    }

    private static ChannelPermissions channel(Rules rules) {
        return ChannelPermissions.newBuilder()
                .setId(CHANNEL)
                .addAllOverwrites(rules.overwrites())
                .build();
    }
}
