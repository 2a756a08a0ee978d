package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.relay.Frames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalAudienceTest {
    private static final long CHANNEL = 301;
    private static final long ROLE = 201;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();

    private final LocalAudience audience = new LocalAudience(Frames.ACTOR, 1, Clock.systemUTC());
    private final List<RelayNotice> notices = new ArrayList<>();
    private long sequence;

    @BeforeEach
    void join() {
        audience.taking(0, notices::add);
        audience.state(
                Frames.position(0), hidden(1, Overwrite.newBuilder().setId(ROLE).setAllow(VIEW)), true);
        audience.join(
                Frames.position(0),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 11))
                        .addSessions(Frames.session("g", 12))
                        .build(),
                new RecordingOutgoing());
    }

    @Test
    void aRoleThatAMemberIsGivenShowsTheChannelAtOnce() {
        assertThat(receivers()).isEmpty();

        audience.roles(
                Frames.position(0),
                MemberRoles.newBuilder().setUserId(11).addRoles(ROLE).build());

        assertThat(receivers()).containsExactly(11L);
    }

    @Test
    void aRoleThatIsTakenHidesItAgainThoughTheClassNumberIsUsedAnew() {
        MemberRoles given =
                MemberRoles.newBuilder().setUserId(11).addRoles(ROLE).build();
        audience.roles(Frames.position(0), given);
        assertThat(receivers()).containsExactly(11L);

        audience.roles(Frames.position(0), given.toBuilder().clearRoles().build());
        audience.roles(
                Frames.position(0),
                MemberRoles.newBuilder().setUserId(12).addRoles(ROLE + 1).build());

        assertThat(receivers()).isEmpty();
    }

    @Test
    void aNewVersionOfTheOverwritesIsFollowed() {
        assertThat(receivers()).isEmpty();

        audience.state(
                Frames.position(0),
                hidden(2, Overwrite.newBuilder().setId(12).setMember(true).setAllow(VIEW)),
                false);

        assertThat(receivers()).containsExactly(12L);
        audience.state(
                Frames.position(0), hidden(3, Overwrite.newBuilder().setId(ROLE).setAllow(VIEW)), false);
        assertThat(receivers()).isEmpty();
    }

    @Test
    void anOwnerThatBeginsAnewFindsNobodyHere() {
        audience.state(Frames.position(0), Frames.open(), true);

        assertThat(audience.sessions()).isZero();
    }

    @Test
    void whatWasMissedComesWithTheLastFrameOfAJoinForTheSessionsOfAll() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.join(
                Frames.position(5),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 21))
                        .setMore(true)
                        .build(),
                outgoing);
        assertThat(outgoing.frames()).isEmpty();

        audience.join(
                Frames.position(5),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 22))
                        .addBacklog(PositionedEvent.newBuilder()
                                .setPosition(Frames.position(4))
                                .setEvent(Frames.event("MISSED")))
                        .build(),
                outgoing);

        assertThat(outgoing.payloads()).containsOnlyKeys(21L, 22L);
    }

    @Test
    void whatWasMissedWhileAChannelWasHiddenIsNotSentThoughItShowsByNow() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.state(
                Frames.position(5),
                hidden(2, Overwrite.newBuilder().setId(21).setMember(true).setAllow(VIEW)),
                false);

        audience.join(
                Frames.position(5),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 21))
                        .addBacklog(missed(3, Frames.event("BEFORE").setChannelId(CHANNEL)))
                        .addBacklog(missed(
                                4,
                                Frames.event("SHOWN")
                                        .setChannelId(CHANNEL)
                                        .setBefore(AudienceDelta.newBuilder()
                                                .addAllChannels(hidden(1, Overwrite.newBuilder())
                                                        .getChannelsList()))))
                        .addBacklog(missed(5, Frames.event("AFTER").setChannelId(CHANNEL)))
                        .build(),
                outgoing);

        assertThat(outgoing.frames())
                .extracting(frame -> frame.getPosition().getSequence())
                .containsExactly(4L, 5L);
    }

    @Test
    void whatAMemberMissedBeforeARoleShowedItAChannelIsNotSent() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.state(
                Frames.position(5), hidden(2, Overwrite.newBuilder().setId(ROLE).setAllow(VIEW)), false);

        audience.join(
                Frames.position(5),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 21).toBuilder().addRoles(ROLE))
                        .addSessions(Frames.session("g", 22).toBuilder().addRoles(ROLE))
                        .addBacklog(missed(3, Frames.event("BEFORE").setChannelId(CHANNEL)))
                        .addBacklog(missed(
                                4,
                                Frames.event("RAISED")
                                        .setFormerMember(
                                                MemberRoles.newBuilder().setUserId(21))))
                        .addBacklog(missed(5, Frames.event("AFTER").setChannelId(CHANNEL)))
                        .build(),
                outgoing);

        assertThat(sequences(outgoing, 21)).containsExactly(4L, 5L);
        assertThat(sequences(outgoing, 22)).containsExactly(3L, 4L, 5L);
    }

    @Test
    void whatARoleShowsIsReplayedFromItsChangeOnWheneverItsChannelsWereTold() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.state(Frames.position(7), shownTo(ROLE), false);

        audience.join(
                Frames.position(7),
                SessionsJoin.newBuilder()
                        .addSessions(Frames.session("g", 21).toBuilder().addRoles(ROLE))
                        .addBacklog(missed(3, Frames.event("BEFORE").setChannelId(CHANNEL)))
                        .addBacklog(missed(4, Frames.event("GUILD_ROLE_UPDATE").setBefore(withoutPermissions(ROLE))))
                        .addBacklog(missed(5, Frames.event("BETWEEN").setChannelId(CHANNEL)))
                        .addBacklog(missed(
                                6,
                                Frames.event("CHANNEL_UPDATE")
                                        .setChannelId(CHANNEL)
                                        .setFormer(withoutPermissions(ROLE))
                                        .setOnlyChanged(true)))
                        .addBacklog(missed(7, Frames.event("AFTER").setChannelId(CHANNEL)))
                        .build(),
                outgoing);

        assertThat(sequences(outgoing, 21)).containsExactly(4L, 5L, 6L, 7L);
    }

    /** Nobody sees the channel but by this role's permissions. */
    private static AudienceState shownTo(long role) {
        return Frames.open().toBuilder()
                .setVersion(2)
                .clearRoles()
                .addRoles(RolePermissions.newBuilder().setId(Frames.GUILD))
                .addRoles(RolePermissions.newBuilder().setId(role).setPermissions(VIEW))
                .clearChannels()
                .addChannels(ChannelPermissions.newBuilder().setId(CHANNEL))
                .build();
    }

    private static AudienceDelta withoutPermissions(long role) {
        return AudienceDelta.newBuilder()
                .addRoles(RolePermissions.newBuilder().setId(role))
                .build();
    }

    /** Of what a session was sent. */
    private static List<Long> sequences(RecordingOutgoing outgoing, long session) {
        return outgoing.frames().stream()
                .filter(frame -> frame.getDeliveriesList().stream()
                        .anyMatch(delivery -> delivery.getSessionsList().contains(session)))
                .map(frame -> frame.getPosition().getSequence())
                .toList();
    }

    private static PositionedEvent missed(long sequence, Event.Builder event) {
        return PositionedEvent.newBuilder()
                .setPosition(Frames.position(sequence))
                .setEvent(event)
                .build();
    }

    @Test
    void aGatewayThatKnowsALaterOwnerMakesThisOneHearOfIt() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(Frames.position(1), Frames.event("A").build(), outgoing);
        notices.clear();

        outgoing.receipts().getFirst().settled(List.of(), 7);

        assertThat(notices)
                .filteredOn(RelayNotice::hasStale)
                .extracting(notice -> notice.getStale().getEpoch())
                .containsExactly(7L);
    }

    @Test
    void answersThatAChangeCannotTouchAreKept() {
        receivers();
        receivers("OTHER", CHANNEL + 1);
        int remembered = audience.remembered();
        assertThat(remembered).isPositive();

        audience.delta(
                Frames.position(0),
                AudienceDelta.newBuilder()
                        .addRoles(RolePermissions.newBuilder().setId(ROLE).setPermissions(VIEW))
                        .addChannels(ChannelPermissions.newBuilder().setId(CHANNEL + 2))
                        .build());

        assertThat(audience.remembered()).isEqualTo(remembered);
    }

    @Test
    void aFullPartitionGivesSessionsBack() {
        SessionsJoin.Builder many = SessionsJoin.newBuilder().setPartition(9);
        IntStream.rangeClosed(1, PartitionSessions.MOST_SESSIONS + 2)
                .forEach(number -> many.addSessions(Frames.session("h", number)));

        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.join(Frames.position(0), many.build(), outgoing);

        assertThat(audience.sessions()).isEqualTo(PartitionSessions.MOST_SESSIONS + 2);
        assertThat(outgoing.frames())
                .as("their clients are told to begin anew")
                .extracting(RelayFrame::getName)
                .containsExactly("$INVALIDATE", "$INVALIDATE");
        assertThat(notices)
                .filteredOn(RelayNotice::hasLost)
                .flatExtracting(notice -> notice.getLost().getSessionsList())
                .hasSize(2);
    }

    @Test
    void acknowledgesInTheOrderOfTheEventsWhateverOrderGatewaysAnswerIn() {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        audience.event(Frames.position(1), Frames.event("A").build(), outgoing);
        audience.event(Frames.position(2), Frames.event("B").build(), outgoing);
        notices.clear();

        outgoing.receipts().get(1).abandoned();
        assertThat(notices).isEmpty();
        outgoing.receipts().get(0).abandoned();

        assertThat(notices)
                .extracting(notice -> notice.getAcknowledged().getSequence())
                .containsExactly(2L);
    }

    private List<Long> receivers() {
        return receivers("TEST", CHANNEL);
    }

    private List<Long> receivers(String name, long channel) {
        RecordingOutgoing outgoing = new RecordingOutgoing();
        Event event = Frames.event(name).setChannelId(channel).build();
        audience.event(Frames.position(++sequence), event, outgoing);
        return outgoing.payloads().keySet().stream().sorted().toList();
    }

    /** A channel that everyone is denied, but for this overwrite. */
    private static AudienceState hidden(long version, Overwrite.Builder exception) {
        return Frames.open().toBuilder()
                .setVersion(version)
                .addRoles(RolePermissions.newBuilder().setId(ROLE))
                .addChannels(ChannelPermissions.newBuilder()
                        .setId(CHANNEL)
                        .addOverwrites(
                                Overwrite.newBuilder().setId(Frames.GUILD).setDeny(VIEW))
                        .addOverwrites(exception))
                .build();
    }
}
