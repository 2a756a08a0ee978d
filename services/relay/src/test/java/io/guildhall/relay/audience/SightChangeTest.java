package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who hears of a change that shows or hides a channel: everyone who saw the channel before it or sees it after. */
class SightChangeTest {
    private static final long CHANNEL = 301;
    private static final long INSIDE = 302;
    private static final long ROLE = 201;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final Overwrite ALL_DENIED =
            Overwrite.newBuilder().setId(Frames.GUILD).setDeny(VIEW).build();
    private static final Overwrite ROLE_ALLOWED =
            Overwrite.newBuilder().setId(ROLE).setAllow(VIEW).build();
    private static final Overwrite MEMBER_ALLOWED =
            Overwrite.newBuilder().setId(13).setMember(true).setAllow(VIEW).build();

    /** User 1 owns the guild, 12 has the role, 13 may have an overwrite of its own, 14 is like anybody. */
    private static final List<Long> OWNER = List.of(1L);

    private static final List<Long> EVERYBODY = List.of(1L, 12L, 13L, 14L);
    private static final List<Long> WITH_ROLE = List.of(1L, 12L);
    private static final List<Long> NAMED = List.of(1L, 13L);

    @ParameterizedTest
    @MethodSource("changes")
    void everyoneHearsWhoSawTheChannelBeforeOrSeesItAfter(
            List<Overwrite> before, List<Long> saw, List<Overwrite> after, List<Long> see) {
        LocalAudience audience = audience(before);
        audience.delta(Frames.position(0), overwrites(after));
        Event.Builder update =
                Frames.event("CHANNEL_UPDATE").setChannelId(CHANNEL).setFormer(overwrites(before));

        assertThat(receivers(audience, 1, update))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(saw.stream(), see.stream()).distinct().toList());
        assertThat(receivers(audience, 2, update.setOnlyChanged(true)))
                .containsExactlyInAnyOrderElementsOf(EVERYBODY.stream()
                        .filter(user -> saw.contains(user) != see.contains(user))
                        .toList());
        update.setOnlyChanged(false).setOnlyGained(true);
        assertThat(receivers(audience, 3, update))
                .containsExactlyInAnyOrderElementsOf(
                        see.stream().filter(user -> !saw.contains(user)).toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whoIsAdmittedNeedsOnlyToSeeTheChannel(
            List<Overwrite> before, List<Long> saw, List<Overwrite> after, List<Long> see) {
        LocalAudience audience = audience(before);
        audience.delta(Frames.position(0), overwrites(after));
        Event.Builder event = Frames.event("THREAD_UPDATE")
                .setChannelId(CHANNEL)
                .setPermissions(Permission.MANAGE_THREADS.mask())
                .addAdmittedUsers(14)
                .addAdmittedUsers(13);

        assertThat(receivers(audience, 1, event))
                .containsExactlyInAnyOrderElementsOf(
                        see.stream().filter(user -> user != 12).toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whoDoesNotSeeTheChannelGetsWhatIsToldOfAHiddenOne(
            List<Overwrite> before, List<Long> saw, List<Overwrite> after, List<Long> see) {
        LocalAudience audience = audience(before);
        audience.delta(Frames.position(0), overwrites(after));
        Event.Builder update = Frames.event("CHANNEL_UPDATE")
                .setChannelId(CHANNEL)
                .setPermissions(VIEW)
                .setPayloadWithoutSight(ByteString.copyFromUtf8("hidden"));

        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(Frames.position(1), update.build(), outgoing);
        Map<Long, String> told = outgoing.payloads();
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(EVERYBODY);
        told.forEach((user, payload) -> assertThat(payload.equals("hidden")).isEqualTo(!see.contains(user)));
        assertThat(receivers(audience, 2, update.setFormer(overwrites(before))))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(saw.stream(), see.stream()).distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aCategoryShowsToThoseWhoSeeOneOfItsChannels(
            List<Overwrite> category, List<Long> seeCategory, List<Overwrite> inside, List<Long> seeInside) {
        LocalAudience audience = audience(category);
        audience.delta(Frames.position(0), overwrites(INSIDE, inside));
        Set<Long> see = Stream.concat(seeCategory.stream(), seeInside.stream()).collect(Collectors.toSet());
        Event.Builder update = Frames.event("CHANNEL_UPDATE")
                .setChannelId(CHANNEL)
                .addShownBy(INSIDE)
                .setPermissions(VIEW)
                .setPayloadWithoutSight(ByteString.copyFromUtf8("hidden"));

        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(Frames.position(1), update.build(), outgoing);
        outgoing.payloads()
                .forEach((user, payload) -> assertThat(payload.equals("hidden")).isEqualTo(!see.contains(user)));
        update.setFormer(overwrites(INSIDE, List.of())).setOnlyChanged(true);
        assertThat(receivers(audience, 2, update))
                .containsExactlyInAnyOrderElementsOf(
                        EVERYBODY.stream().filter(user -> !see.contains(user)).toList());
    }

    @Test
    void aVoiceChannelShowsToThoseWhoMayNotConnectAndTellsThemNothingElse() {
        LocalAudience audience = audience(List.of());
        audience.delta(
                Frames.position(0),
                AudienceDelta.newBuilder()
                        .addChannels(ChannelPermissions.newBuilder()
                                .setId(CHANNEL)
                                .setVoice(true)
                                .addOverwrites(Overwrite.newBuilder()
                                        .setId(Frames.GUILD)
                                        .setDeny(Permission.CONNECT.mask())))
                        .build());
        Event.Builder event = Frames.event("CHANNEL_UPDATE").setChannelId(CHANNEL);
        assertThat(receivers(audience, 1, event)).containsExactlyInAnyOrderElementsOf(OWNER);
        assertThat(receivers(audience, 2, event.setPermissions(VIEW))).containsExactlyInAnyOrderElementsOf(EVERYBODY);
    }

    static Stream<Arguments> changes() {
        record Case(List<Overwrite> overwrites, List<Long> see) {}

        List<Case> cases = List.of(
                new Case(List.of(), EVERYBODY),
                new Case(List.of(ALL_DENIED), OWNER),
                new Case(List.of(ALL_DENIED, ROLE_ALLOWED), WITH_ROLE),
                new Case(List.of(ALL_DENIED, MEMBER_ALLOWED), NAMED));
        List<Arguments> all = new ArrayList<>();
        for (Case before : cases) {
            for (Case after : cases) {
                all.add(Arguments.of(before.overwrites(), before.see(), after.overwrites(), after.see()));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("rolePermissions")
    void ofARoleThatShowsOrHidesOnlyThoseHearForWhomThatMakesADifference(long before, long after) {
        AudienceDelta former = AudienceDelta.newBuilder()
                .addRoles(RolePermissions.newBuilder().setId(ROLE).setPermissions(before))
                .build();
        AudienceDelta now = AudienceDelta.newBuilder()
                .addRoles(RolePermissions.newBuilder().setId(ROLE).setPermissions(after))
                .build();
        LocalAudience audience = audience(List.of(ALL_DENIED));
        audience.delta(Frames.position(0), now);

        Event.Builder event = Frames.event("CHANNEL_UPDATE")
                .setChannelId(CHANNEL)
                .setFormer(former)
                .setOnlyChanged(true);

        assertThat(receivers(audience, 1, event))
                .isEqualTo(
                        Permission.ADMINISTRATOR.in(before) == Permission.ADMINISTRATOR.in(after)
                                ? Set.of()
                                : Set.of(12L));
    }

    static Stream<Arguments> rolePermissions() {
        long administrator = Permission.ADMINISTRATOR.mask();
        return Stream.of(
                Arguments.of(0L, administrator),
                Arguments.of(administrator, 0L),
                Arguments.of(administrator, administrator));
    }

    private static LocalAudience audience(List<Overwrite> overwrites) {
        LocalAudience audience = new LocalAudience(Frames.ACTOR, 1, Clock.systemUTC());
        audience.state(
                Frames.position(0),
                Frames.open().toBuilder()
                        .addRoles(RolePermissions.newBuilder().setId(ROLE))
                        .addChannels(channel(CHANNEL, overwrites))
                        .build(),
                true);
        audience.join(
                Frames.position(0),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 1))
                        .addSessions(Frames.session("g", 12).toBuilder().addRoles(ROLE))
                        .addSessions(Frames.session("g", 13))
                        .addSessions(Frames.session("g", 14))
                        .build(),
                new RecordingOutgoing());
        return audience;
    }

    private static AudienceDelta overwrites(List<Overwrite> overwrites) {
        return overwrites(CHANNEL, overwrites);
    }

    private static AudienceDelta overwrites(long channel, List<Overwrite> overwrites) {
        return AudienceDelta.newBuilder()
                .addChannels(channel(channel, overwrites))
                .build();
    }

    private static ChannelPermissions channel(long channel, List<Overwrite> overwrites) {
        return ChannelPermissions.newBuilder()
                .setId(channel)
                .addAllOverwrites(overwrites)
                .build();
    }

    private static Set<Long> receivers(LocalAudience audience, long sequence, Event.Builder event) {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(Frames.position(sequence), event.build(), outgoing);
        return outgoing.payloads().keySet();
    }
}
