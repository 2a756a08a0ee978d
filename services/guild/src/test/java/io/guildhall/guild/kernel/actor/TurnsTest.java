package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.RolePermissions;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final AudienceDelta ROLES = AudienceDelta.newBuilder()
            .addRoles(RolePermissions.newBuilder().setId(1).setPermissions(2))
            .build();
    private static final MemberRoles MEMBER =
            MemberRoles.newBuilder().setUserId(3).addRoles(4).build();

    private final Consumer<Audience> first = audience -> {};
    private final Consumer<Audience> second = audience -> {};
    private final Changes changes = new Changes();

    @Test
    void whatVisibilityComesFromChangesInOneStepWithTheEventThatSaysHowItWasBefore() {
        changes.event(event("EARLIER"))
                .turn(first, Event.newBuilder().setBefore(ROLES).build())
                .turn(second, Event.newBuilder().setFormerMember(MEMBER).build())
                .event(event("TELLS"))
                .event(event("LATER"));

        assertThat(changes.effects())
                .containsExactly(
                        new Effect.Send(event("EARLIER"), List.of()),
                        new Effect.Send(
                                event("TELLS").toBuilder()
                                        .setBefore(ROLES)
                                        .setFormerMember(MEMBER)
                                        .build(),
                                List.of(first, second)),
                        new Effect.Send(event("LATER"), List.of()));
    }

    @Test
    void aChangeOfWhichNoEventTellsStandsAlone() {
        changes.turn(first, Event.newBuilder().setBefore(ROLES).build());

        assertThat(changes.effects()).containsExactly(new Effect.Listeners(first));
    }

    private static Event event(String name) {
        return Event.newBuilder().setName(name).build();
    }
}
