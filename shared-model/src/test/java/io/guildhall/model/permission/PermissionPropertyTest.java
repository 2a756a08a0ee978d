package io.guildhall.model.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PermissionPropertyTest {
    private static final long GUILD = 1;
    private static final long USER = 100;

    @Property(tries = 5_000)
    void theEvaluatorAgreesWithTheRulesWrittenOut(
            @ForAll boolean timedOut,
            @ForAll("guilds") Map<Long, Long> roles,
            @ForAll("memberRoles") List<Long> memberRoles,
            @ForAll("overwrites") List<Overwrites.Entry> overwrites,
            @ForAll ChannelRules rules) {
        long answer = PermissionEvaluator.inChannel(
                false,
                timedOut,
                RoleTable.of(GUILD, roles),
                USER,
                memberRoles.stream().mapToLong(Long::longValue).toArray(),
                Overwrites.of(GUILD, overwrites),
                rules);

        assertThat(NaivePermissions.names(answer))
                .isEqualTo(NaivePermissions.inChannel(
                        false, timedOut, GUILD, roles, USER, memberRoles, overwrites, rules));
    }

    @Provide
    Arbitrary<Map<Long, Long>> guilds() {
        return Arbitraries.maps(Arbitraries.longs().between(1, 8), sets())
                .ofMaxSize(8)
                .map(HashMap::new);
    }

    @Provide
    Arbitrary<List<Long>> memberRoles() {
        return Arbitraries.longs().between(2, 9).list().uniqueElements().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Overwrites.Entry>> overwrites() {
        Arbitrary<Overwrites.Entry> ofRole = Combinators.combine(
                        Arbitraries.longs().between(1, 8), sets(), sets())
                .as((id, allow, deny) -> new Overwrites.Entry(id, false, allow, deny));
        Arbitrary<Overwrites.Entry> ofMember = Combinators.combine(
                        Arbitraries.longs().between(100, 102), sets(), sets())
                .as((id, allow, deny) -> new Overwrites.Entry(id, true, allow, deny));
        return Arbitraries.oneOf(ofRole, ofMember)
                .list()
                .uniqueElements(Overwrites.Entry::id)
                .ofMaxSize(10);
    }

    /** Mostly the permissions that the rules speak of, and now and then ADMINISTRATOR and the others. */
    private static Arbitrary<Long> sets() {
        Arbitrary<Permission> often = Arbitraries.of(
                Permission.VIEW_CHANNEL,
                Permission.SEND_MESSAGES,
                Permission.SEND_MESSAGES_IN_THREADS,
                Permission.CONNECT,
                Permission.MENTION_EVERYONE,
                Permission.ATTACH_FILES,
                Permission.EMBED_LINKS,
                Permission.READ_MESSAGE_HISTORY);
        return Arbitraries.frequencyOf(Tuple.of(20, often), Tuple.of(1, Arbitraries.of(Permission.class)))
                .list()
                .ofMaxSize(8)
                .map(list -> Permission.of(list.toArray(Permission[]::new)));
    }
}
