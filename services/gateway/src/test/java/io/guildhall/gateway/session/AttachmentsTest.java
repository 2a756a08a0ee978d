package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private final Attachments attachments = new Attachments();
    private final LaneActor guild = new LaneActor(ActorKind.GUILD, 1);

    @Test
    void eventsPassInOrderAndRepeatsDoNot() {
        attachments.attach(guild, 0, 0);
        assertThat(attachments.advance(guild, 0, 1, 1)).isTrue();
        assertThat(attachments.advance(guild, 0, 1, 1)).isFalse();
        assertThat(attachments.advance(guild, 0, 1, 5)).isTrue();
        assertThat(attachments.advance(guild, 0, 1, 4)).isFalse();
        assertThat(attachments.advance(guild, 0, 2, 1)).isTrue();
        assertThat(attachments.advance(guild, 0, 1, 9)).isFalse();
    }

    @Test
    void aSessionStandsWhereItsPartitionStands() {
        attachments.attach(guild, 0, 0);
        attachments.advance(guild, 2, 1, 3);
        guild.seen(2, 1, 8);
        guild.seen(0, 1, 20);
        assertThat(attachments.position(0).getSequence()).isEqualTo(8);
    }

    @Test
    void aSessionThatRejoinsStandsWhereItDidUntilSomethingComes() {
        attachments.attach(guild, 0, 0);
        attachments.advance(guild, 0, 1, 3);
        guild.seen(0, 1, 8);
        attachments.rejoin(0, attachments.position(0));
        guild.seen(0, 2, 5);
        assertThat(attachments.position(0).getEpoch()).isEqualTo(1);
        assertThat(attachments.position(0).getSequence()).isEqualTo(8);
    }

    @Test
    void aSessionThatWasLostLongAgoStandsAtWhatItReceivedItself() {
        attachments.attach(guild, 0, 0);
        attachments.advance(guild, 0, 1, 3);
        guild.seen(0, 1, 8);
        attachments.rejoin(0, attachments.received(0));
        assertThat(attachments.position(0).getSequence()).isEqualTo(3);
    }

    @Test
    void aSessionThatReceivedNothingHasNoPosition() {
        attachments.attach(guild, 0, 0);
        guild.seen(0, 1, 8);
        assertThat(attachments.position(0).getEpoch()).isZero();
    }

    @Test
    void anActorThatWasLeftIsForgottenWhenItsPlaceIsNeeded() {
        LaneActor second = new LaneActor(ActorKind.GUILD, 2);
        LaneActor third = new LaneActor(ActorKind.GUILD, 3);
        attachments.attach(guild, 1, 1);
        attachments.attach(second, 1, 1);
        attachments.leave(guild);
        assertThat(attachments.advance(guild, 0, 1, 1)).isFalse();
        assertThat(attachments.attach(third, 0, 0)).isSameAs(guild);
        assertThat(attachments.attached(guild)).isFalse();
        assertThat(attachments.attached(third)).isTrue();
    }
}
