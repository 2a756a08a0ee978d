package io.guildhall.guild.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Publish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingPeopleTest {
    private static final Event PRIVATE = Event.newBuilder()
            .setName("MESSAGE_CREATE")
            .setIntents(1 << 12)
            .setDirect(true)
            .build();

    private final List<OwnerFrame> told = new ArrayList<>();
    private final WaitingPeople people = new WaitingPeople(frame -> () -> told.add(frame));

    @Test
    void thoseForWhomAnEventIsBeginAnew() {
        assertThat(tell(List.of(publish(PRIVATE)))).isTrue();

        OwnerFrame frame = told.getFirst();
        assertThat(frame.getActor()).isEqualTo(Keys.user(7));
        assertThat(frame.hasPosition()).isFalse();
        Event ending = frame.getUnserved();
        assertThat(ending.getName()).isEqualTo("$INVALIDATE");
        assertThat(ending.getPayload().toStringUtf8()).isEqualTo("{\"resumable\":false}");
        assertThat(ending.getIntents()).isEqualTo(PRIVATE.getIntents());
        assertThat(ending.getDirect()).isTrue();
    }

    @Test
    void severalMessagesOfOneKindAreToldOnce() {
        tell(List.of(
                publish(PRIVATE),
                publish(PRIVATE.toBuilder().setName("MESSAGE_UPDATE").build())));

        assertThat(told).hasSize(1);
    }

    @Test
    void ofAStepThoseHearWhoTakeWhatIsPrivate() {
        tell(List.of(step("friendRequested")));

        assertThat(told.getFirst().getUnserved().getDirect()).isTrue();
        assertThat(told.getFirst().getUnserved().getIntents()).isZero();
    }

    @Test
    void aMentionIsToldByItsGuildAndEndsNobody() {
        assertThat(tell(List.of(step(MentionNotices.MENTIONED)))).isTrue();

        assertThat(told).isEmpty();
    }

    @Test
    void noGuildIsEnded() {
        Command toGuild = publish(PRIVATE).toBuilder().setActor(Keys.guild(7)).build();

        assertThat(tell(List.of(toGuild))).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void whatARelayHasNoRoomForIsNotTold() {
        WaitingPeople unheard = new WaitingPeople(frame -> () -> false);

        assertThat(unheard.of(List.of(publish(PRIVATE))).tell()).isFalse();
    }

    @Test
    void eachOfSeveralKindsIsToldThoughARelayHasNoRoomForOne() {
        WaitingPeople deaf = new WaitingPeople(frame -> () -> !told.add(frame));

        assertThat(deaf.of(List.of(publish(PRIVATE), step("friendRequested"))).tell())
                .isFalse();
        assertThat(told).hasSize(2);
    }

    private boolean tell(List<Command> messages) {
        return people.of(messages).tell();
    }

    private static Command publish(Event event) {
        return Command.newBuilder()
                .setActor(Keys.user(7))
                .setPublish(Publish.newBuilder().setEvent(event))
                .build();
    }

    private static Command step(String name) {
        return Command.newBuilder()
                .setActor(Keys.user(7))
                .setInternal(Internal.newBuilder().setStep(name))
                .build();
    }
}
