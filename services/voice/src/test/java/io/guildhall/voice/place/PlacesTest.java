package io.guildhall.voice.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final long GUILD = 7;

    private final Places places = new Places();

    private static VoicePlace place(long user, long channel) {
        return VoicePlace.newBuilder().setUserId(user).setChannelId(channel).build();
    }

    private static VoicePlaces told(long epoch, long version, VoicePlace... said) {
        return VoicePlaces.newBuilder()
                .setGuildId(GUILD)
                .setEpoch(epoch)
                .setVersion(version)
                .addAllPlaces(List.of(said))
                .build();
    }

    @Test
    void theLatestWordHoldsWhateverTheOrderInWhichWordsCome() {
        assertThat(places.take(told(2, 5, place(1, 55)), 0)).containsExactly(place(1, 55));
        assertThat(places.take(told(2, 4, place(1, 44)), 0)).isEmpty();
        assertThat(places.take(told(1, 9, place(1, 44)), 0)).isEmpty();
        assertThat(places.take(told(2, 5, place(1, 44)), 0)).isEmpty();
        assertThat(places.find(GUILD, 1)).contains(place(1, 55));
        assertThat(places.take(told(3, -9, place(1, 66)), 0)).containsExactly(place(1, 66));
        assertThat(places.find(GUILD, 1)).contains(place(1, 66));
    }

    @Test
    void whatIsSaidAgainChangesNothing() {
        places.take(told(2, 5, place(1, 55)), 0);
        assertThat(places.take(told(2, 6, place(1, 55)), 0)).isEmpty();
    }

    @Test
    void whoIsNowhereIsNotBroughtBackByALateWord() {
        places.take(told(2, 5, place(1, 55)), 0);
        assertThat(places.take(told(2, 7, place(1, 0)), 1000)).containsExactly(place(1, 0));
        assertThat(places.find(GUILD, 1)).isEmpty();
        places.forget(60_000);
        assertThat(places.take(told(2, 6, place(1, 55)), 60_000)).isEmpty();
        assertThat(places.find(GUILD, 1)).isEmpty();
    }

    @Test
    void ofWhomAWholeWordSaysNothingIsNowhere() {
        places.take(told(2, 5, place(1, 55), place(2, 55)), 0);
        places.take(told(2, 9, place(3, 55)), 0);
        assertThat(places.take(
                        told(2, 8, place(2, 55)).toBuilder().setWhole(true).build(), 0))
                .containsExactly(place(1, 0));
        assertThat(places.find(GUILD, 2)).isPresent();
        assertThat(places.find(GUILD, 3)).isPresent();
    }

    @Test
    void oneGuildSaysNothingOfAnother() {
        places.take(told(2, 5, place(1, 55)), 0);
        assertThat(places.find(GUILD + 1, 1)).isEmpty();
    }
}
