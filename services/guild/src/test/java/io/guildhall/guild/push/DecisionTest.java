package io.guildhall.guild.push;

import static io.guildhall.guild.notification.GuildNotifications.Level.ALL;
import static io.guildhall.guild.notification.GuildNotifications.Level.INHERITED;
import static io.guildhall.guild.notification.GuildNotifications.Level.MENTIONS;
import static io.guildhall.guild.notification.GuildNotifications.Level.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.guild.push.Decision.Circumstances;
import io.guildhall.model.push.PushReason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
    private static final Circumstances AWAY = new Circumstances(false, false, false, false, false);
    private static final Wishes ALL_OF_IT = new Wishes(true, false, false, false, false, ALL, ALL);

    /**
     * Of each wish, which reasons are enough; P private, M mention, R reply, F friend, G role, E everyone, T thread, C channel,
     * S an event that begins.
     */
    @ParameterizedTest
    @CsvSource({
        // push, muted, no everyone, no roles, level, level of threads, told
        "true,  false, false, false, ALL,      ALL,      PMRFGETCS",
        "true,  false, false, false, MENTIONS, ALL,      MRFGETS",
        "true,  false, false, false, MENTIONS, MENTIONS, MRFGES",
        "true,  false, false, false, NOTHING,  ALL,      FT",
        "true,  false, false, false, NOTHING,  NOTHING,  F",
        "true,  false, true,  false, ALL,      ALL,      PMRFGTCS",
        "true,  false, false, true,  ALL,      ALL,      PMRFETCS",
        "true,  false, true,  true,  MENTIONS, MENTIONS, MRFS",
        "true,  true,  false, false, ALL,      ALL,      MRF",
        "true,  true,  true,  true,  MENTIONS, ALL,      MRF",
        "true,  true,  false, false, NOTHING,  NOTHING,  F",
        "false, false, false, false, ALL,      ALL,      F",
        "false, true,  true,  true,  NOTHING,  NOTHING,  F",
    })
    void whatIsWishedDecides(
            boolean push, boolean muted, boolean everyone, boolean roles, Level level, Level thread, String told) {
        Wishes wishes = new Wishes(push, muted, everyone, roles, false, level, thread);
        for (PushReason reason : PushReason.values()) {
            assertThat(Decision.of(Set.of(reason), AWAY, wishes).isPresent())
                    .as(reason.name())
                    .isEqualTo(told.indexOf(letter(reason)) >= 0);
        }
    }

    @Test
    void whoMutesEventsIsToldOfAllButThese() {
        Wishes wishes = new Wishes(true, false, false, false, true, ALL, ALL);

        assertThat(Decision.of(Set.of(PushReason.EVENT_START), AWAY, wishes)).isEmpty();
        assertThat(Decision.of(Set.of(PushReason.EVERYONE_MENTION), AWAY, wishes))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(PushReason.class)
    void nothingIsToldOfOneselfOfTheBlockedInSilenceAgainOrToWhoLooks(PushReason reason) {
        for (int which = 0; which < 5; which++) {
            Circumstances one = new Circumstances(which == 0, which == 1, which == 2, which == 3, which == 4);
            assertThat(Decision.of(Set.of(reason), one, ALL_OF_IT)).isEmpty();
        }
        assertThat(Decision.of(Set.of(reason), AWAY, ALL_OF_IT)).contains(reason);
    }

    @Test
    void ofSeveralReasonsTheMostImportantThatIsWishedCounts() {
        Set<PushReason> several =
                EnumSet.of(PushReason.ROLE_MENTION, PushReason.EVERYONE_MENTION, PushReason.CHANNEL_MESSAGE);

        assertThat(Decision.of(several, AWAY, ALL_OF_IT)).contains(PushReason.ROLE_MENTION);
        assertThat(Decision.of(several, AWAY, new Wishes(true, false, false, true, false, ALL, ALL)))
                .contains(PushReason.EVERYONE_MENTION);
        assertThat(Decision.of(several, AWAY, new Wishes(true, false, true, true, false, ALL, ALL)))
                .contains(PushReason.CHANNEL_MESSAGE);
        assertThat(Decision.of(Set.of(), AWAY, ALL_OF_IT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, 99})
    void whatIsNoLevelSaysNothing(int number) {
        assertThat(Level.of(number)).isEqualTo(INHERITED);
        assertThat(INHERITED.or(NOTHING)).isEqualTo(NOTHING);
        assertThat(MENTIONS.or(NOTHING)).isEqualTo(MENTIONS);
    }

    private static char letter(PushReason reason) {
        return switch (reason) {
            case PRIVATE_MESSAGE -> 'P';
            case MENTION -> 'M';
            case REPLY -> 'R';
            case FRIEND_REQUEST, FRIEND_ACCEPTED -> 'F';
            case ROLE_MENTION -> 'G';
            case EVERYONE_MENTION -> 'E';
            case EVENT_START -> 'S';
            case THREAD_MESSAGE -> 'T';
            case CHANNEL_MESSAGE -> 'C';
        };
    }
}
