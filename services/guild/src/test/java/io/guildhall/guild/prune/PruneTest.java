package io.guildhall.guild.prune;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PruneTest {
    private static final int MEMBERS = 250;
    private static final long FIRST = 1L << 40;

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);
    private final long role = Long.parseLong(
            Town.json(call("createRole", alice, "", "{}")).path("id").asText());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    @Timeout(60)
    void whoWasNotThereForLongGoesInPieces() throws InterruptedException {
        fill();
        long seen = FIRST;
        long connected = FIRST + 1;
        long bearer = FIRST + 2;
        attach(Keys.user(seen), seen);
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(seen))
                        .setDetach(DetachSessions.newBuilder().addSessions(ref(seen)))
                        .build());
        attach(Keys.guild(guild), connected);

        assertThat(pruned(call("countPrune", alice, "{\"days\":7}", ""))).isEqualTo(MEMBERS - 3);
        Outcome begun = call("beginPrune", alice, "", "{\"days\":7,\"compute_prune_count\":true}");

        assertThat(pruned(begun)).isEqualTo(MEMBERS - 3);
        await(Set.of(alice, seen, connected, bearer));
        JsonNode entry = town.events("GUILD_AUDIT_LOG_ENTRY_CREATE").getLast();
        assertThat(entry.path("action_type").asInt()).isEqualTo(21);
        assertThat(entry.path("reason").asText()).isEqualTo("because");
        assertThat(entry.path("options").path("members_removed").asText()).isEqualTo(Integer.toString(MEMBERS - 3));
        assertThat(entry.path("options").path("delete_member_days").asText()).isEqualTo("7");
    }

    @Test
    @Timeout(60)
    void rolesThatAreNamedKeepNobody() throws InterruptedException {
        fill();
        Outcome begun = call(
                "beginPrune",
                alice,
                "",
                "{\"compute_prune_count\":false,\"include_roles\":[\"" + Town.text(role) + "\"]}");
        assertThat(Town.json(begun).path("pruned").isNull()).isTrue();
        await(Set.of(alice));
    }

    @Test
    void whoJoinedLatelyStays() {
        town.join(guild, alice, bob);
        assertThat(pruned(call("countPrune", alice, "{\"days\":1}", ""))).isZero();
        town.clock().advance(Duration.ofDays(2));
        assertThat(pruned(call("countPrune", alice, "{\"days\":1}", ""))).isEqualTo(1);
        assertThat(pruned(call("countPrune", alice, "{\"days\":3}", ""))).isZero();
    }

    /** The next piece of what bob began while he might. */
    @Test
    void aPruneEndsWhenWhoeverBeganItMayDoSoNoMore() {
        fill();
        town.join(guild, alice, bob);
        int before = members().size();

        goOn(FIRST + 5 * MEMBERS, "[]");
        goOn(bob, "[]");
        assertThat(members()).hasSize(before);
        assertThat(town.events("GUILD_AUDIT_LOG_ENTRY_CREATE"))
                .last()
                .satisfies(entry -> assertThat(entry.path("user_id").asText()).isEqualTo(Town.text(bob)))
                .satisfies(entry -> assertThat(
                                entry.path("options").path("members_removed").asText())
                        .isEqualTo("3"));

        long managers = Long.parseLong(Town.json(call("createRole", alice, "", "{\"permissions\":\"34\"}"))
                .path("id")
                .asText());
        town.rows()
                .writeNow(List.of(Write.to(Members.TABLE, guild, MemberSlice.of(bob), bob)
                        .set(Members.ROLES, List.of(managers))
                        .build()));
        town.stage().restart();
        goOn(bob, "[\"" + Town.text(managers) + "\"]");
        assertThat(members()).hasSize(before);
        goOn(bob, "[]");
        assertThat(members()).hasSizeLessThan(before);
    }

    @Test
    void whoMayNotAndRolesThatDoNotExistAreRefused() {
        town.join(guild, alice, bob);
        assertThat(Town.code(call("countPrune", bob, "", ""))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(call("beginPrune", bob, "", "{}"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(call("countPrune", alice, "{\"include_roles\":\"1,2\"}", "")))
                .isEqualTo(ErrorCode.UNKNOWN_ROLE.number());
    }

    /** Members who joined long ago; the third bears the role. */
    private void fill() {
        List<Mutation> batch = new ArrayList<>();
        for (long user = FIRST; user < FIRST + MEMBERS; user++) {
            batch.add(Write.to(Users.TABLE, user)
                    .set(Users.USERNAME, "member" + user)
                    .build());
            batch.add(Write.to(Members.TABLE, guild, MemberSlice.of(user), user)
                    .set(Members.JOINED_AT, 1L)
                    .set(Members.ROLES, user == FIRST + 2 ? List.of(role) : null)
                    .set(
                            Members.PROFILE,
                            Json.bytes(
                                    Json.object().put("id", Long.toString(user)).put("username", "m")))
                    .build());
        }
        town.rows().writeNow(batch);
        town.stage().restart();
    }

    private void goOn(long caller, String roles) {
        String body =
                "{\"days\":7,\"cutoff\":2,\"caller\":\"%d\",\"reason\":\"\",\"after\":\"%d\",\"removed\":3,\"roles\":%s,\"next\":[\"%d\"]}"
                        .formatted(caller, FIRST + MEMBERS, roles, FIRST);
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setInternal(
                                Internal.newBuilder().setStep(PruneJob.STEP).setBody(Json.bytes(Json.parse(body))))
                        .build());
    }

    private void await(Set<Long> left) throws InterruptedException {
        while (members().size() > left.size()) {
            Thread.sleep(5);
        }
        assertThat(members()).containsExactlyInAnyOrderElementsOf(left);
        // The last step says what was done, after the last piece.
        call("listRoles", alice, "", "");
    }

    private List<Long> members() {
        List<Long> members = new ArrayList<>();
        for (long slice = 0; slice < MemberSlice.COUNT; slice++) {
            town.rows().all(Members.TABLE, guild, slice).forEach(row -> members.add(row.get(Members.USER_ID)));
        }
        return members;
    }

    private void attach(ActorKey actor, long user) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(actor)
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(
                                        Session.newBuilder().setRef(ref(user)).setUserId(user)))
                        .build());
    }

    private static SessionRef ref(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }

    private static int pruned(Outcome outcome) {
        return Town.json(outcome).path("pruned").asInt(-1);
    }

    private Outcome call(String operation, long caller, String query, String body) {
        return town.rest(Keys.guild(guild), operation, caller, Map.of("guild_id", Town.text(guild)), query, body);
    }
}
