package io.guildhall.gateway.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.SessionState;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    @Test
    void whatASessionLooksAtAndWhereItIsInVoiceGoesWithIt() throws IOException {
        SessionState state = new SessionState(
                "session",
                new Profile(1, true, 2, 3, 0, 1, 50, new byte[] {4}),
                5,
                List.of(),
                List.of(),
                Map.of(6L, Subscription.newBuilder().setTyping(true).build()),
                Map.of(7L, UpdateVoiceState.newBuilder().setChannelId(8).build()));
        SessionState moved = StateCodec.decode(StateCodec.encode(state));
        assertThat(moved.subscriptions()).isEqualTo(state.subscriptions());
        assertThat(moved.voices()).isEqualTo(state.voices());
        assertThat(moved.profile().login()).isEqualTo(2);
    }
}
