package io.guildhall.model.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionEvaluatorTest {
    private static final long GUILD = 1;
    private static final long ROLE = 2;
    private static final long OTHER_ROLE = 3;
    private static final long USER = 100;
    private static final long SEND = Permission.SEND_MESSAGES.mask();
    private static final long LOOK = Permission.VIEW_CHANNEL.mask();

    /** What one level of overwrites says about SEND_MESSAGES. */
    private enum Says {
        NOTHING,
        ALLOW,
        DENY
    }

    static Stream<Arguments> everyCombination() {
        List<Arguments> all = new ArrayList<>();
        for (boolean base : new boolean[] {true, false}) {
            for (Says everyone : Says.values()) {
                for (Says role : Says.values()) {
                    for (Says otherRole : Says.values()) {
                        for (Says member : Says.values()) {
                            all.add(Arguments.of(base, everyone, role, otherRole, member));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void theMostSpecificOverwriteDecides(boolean base, Says everyone, Says role, Says otherRole, Says member) {
        List<Overwrites.Entry> entries = new ArrayList<>();
        add(entries, GUILD, false, everyone);
        add(entries, ROLE, false, role);
        add(entries, OTHER_ROLE, false, otherRole);
        add(entries, USER, true, member);

        long answer = PermissionEvaluator.inChannel(
                false,
                false,
                RoleTable.of(GUILD, Map.of(GUILD, base ? LOOK | SEND : LOOK, ROLE, 0L, OTHER_ROLE, 0L)),
                USER,
                new long[] {ROLE, OTHER_ROLE},
                Overwrites.of(GUILD, entries),
                ChannelRules.TEXT);

        assertThat(Permission.SEND_MESSAGES.in(answer)).isEqualTo(expected(base, everyone, role, otherRole, member));
    }

    private static boolean expected(boolean base, Says everyone, Says role, Says otherRole, Says member) {
        boolean allowed = decide(base, everyone);
        if (role == Says.ALLOW || otherRole == Says.ALLOW) {
            allowed = true;
        } else if (role == Says.DENY || otherRole == Says.DENY) {
            allowed = false;
        }
        return decide(allowed, member);
    }

    private static boolean decide(boolean before, Says says) {
        return switch (says) {
            case NOTHING -> before;
            case ALLOW -> true;
            case DENY -> false;
        };
    }

    private static void add(List<Overwrites.Entry> entries, long id, boolean member, Says says) {
        entries.add(new Overwrites.Entry(id, member, says == Says.ALLOW ? SEND : 0, says == Says.DENY ? SEND : 0));
    }

    @ParameterizedTest
    @EnumSource(ChannelRules.class)
    void theOwnerMayDoEverythingEverywhere(ChannelRules rules) {
        assertThat(ask(true, true, 0, denyAll(), rules)).isEqualTo(Permission.ALL);
    }

    @ParameterizedTest
    @EnumSource(ChannelRules.class)
    void anAdministratorMayDoEverythingEverywhere(ChannelRules rules) {
        assertThat(ask(false, true, Permission.ADMINISTRATOR.mask(), denyAll(), rules))
                .isEqualTo(Permission.ALL);
    }

    @ParameterizedTest
    @EnumSource(ChannelRules.class)
    void withoutViewChannelNothingIsLeft(ChannelRules rules) {
        long allButView = Permission.ALL & ~Permission.ADMINISTRATOR.mask() & ~LOOK;
        assertThat(ask(false, false, allButView, Overwrites.NONE, rules)).isEqualTo(Permission.NONE);
    }

    @Test
    void withoutSendMessagesNothingThatComesWithAMessageIsLeft() {
        long set = Permission.ALL & ~Permission.ADMINISTRATOR.mask() & ~SEND;
        assertThat(ask(false, false, set, Overwrites.NONE, ChannelRules.TEXT))
                .isEqualTo(set
                        & ~Permission.of(
                                Permission.MENTION_EVERYONE,
                                Permission.SEND_TTS_MESSAGES,
                                Permission.ATTACH_FILES,
                                Permission.EMBED_LINKS));
    }

    @Test
    void withoutConnectNothingIsLeftInVoice() {
        long set = Permission.ALL & ~Permission.ADMINISTRATOR.mask() & ~Permission.CONNECT.mask();
        assertThat(ask(false, false, set, Overwrites.NONE, ChannelRules.VOICE)).isEqualTo(Permission.NONE);
        assertThat(ask(false, false, set, Overwrites.NONE, ChannelRules.TEXT)).isEqualTo(set);
    }

    @Test
    void threadsAskForSendMessagesInThreads() {
        long inThreads = LOOK | Permission.SEND_MESSAGES_IN_THREADS.mask() | Permission.ATTACH_FILES.mask();
        assertThat(ask(false, false, inThreads, Overwrites.NONE, ChannelRules.THREAD))
                .isEqualTo(inThreads | SEND);
        assertThat(ask(
                        false,
                        false,
                        LOOK | SEND | Permission.ATTACH_FILES.mask(),
                        Overwrites.NONE,
                        ChannelRules.THREAD))
                .isEqualTo(LOOK);
    }

    @Test
    void aTimedOutMemberMayOnlyLook() {
        long set = Permission.ALL & ~Permission.ADMINISTRATOR.mask();
        assertThat(ask(false, true, set, Overwrites.NONE, ChannelRules.TEXT))
                .isEqualTo(PermissionEvaluator.KEPT_WHEN_TIMED_OUT);
        assertThat(PermissionEvaluator.inGuild(false, true, table(set), new long[0]))
                .isEqualTo(PermissionEvaluator.KEPT_WHEN_TIMED_OUT);
    }

    @Test
    void rolesThatDoNotExistGiveNothing() {
        assertThat(PermissionEvaluator.inGuild(false, false, table(LOOK), new long[] {77}))
                .isEqualTo(LOOK);
    }

    @Test
    void theHigherPositionRanksHigherAndOfEqualOnesTheLowerId() {
        assertThat(RoleHierarchy.outranks(2, 50, 1, 10)).isTrue();
        assertThat(RoleHierarchy.outranks(1, 50, 1, 10)).isFalse();
        assertThat(RoleHierarchy.outranks(1, 10, 1, 50)).isTrue();
        assertThat(RoleHierarchy.compare(1, 10, 1, 10)).isZero();
    }

    @Test
    void setsReadAndWriteAsDecimalText() {
        assertThat(Permission.values()).hasSize(52);
        assertThat(Permission.format(Permission.ALL)).isEqualTo("8866461766385663");
        assertThat(Permission.parse("8866461766385663")).isEqualTo(Permission.ALL);
        assertThat(Permission.parse("140737488355328")).isZero();
    }

    private static long ask(boolean owner, boolean timedOut, long set, Overwrites overwrites, ChannelRules rules) {
        return PermissionEvaluator.inChannel(owner, timedOut, table(set), USER, new long[0], overwrites, rules);
    }

    private static RoleTable table(long everyone) {
        return RoleTable.of(GUILD, Map.of(GUILD, everyone));
    }

    private static Overwrites denyAll() {
        return Overwrites.of(GUILD, List.of(new Overwrites.Entry(GUILD, false, 0, Permission.ALL)));
    }
}
