package io.guildhall.guild;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guild with more members than fit into one batch. */
class LargeGuildTest {
    private static final int MEMBERS = 12_000;
    private static final long FIRST = 1L << 40;

    private final Town town = new Town();
    private long owner;
    private long guild;
    private long role;

    @BeforeEach
    void fill() {
        owner = town.person("owner");
        guild = town.guild(owner);
        role = Long.parseLong(Town.json(rest("createRole", Map.of("guild_id", Town.text(guild)), "{}"))
                .path("id")
                .asText());
        List<Mutation> batch = new ArrayList<>();
        for (long user = FIRST; user < FIRST + MEMBERS; user++) {
            batch.add(Write.to(Members.TABLE, guild, MemberSlice.of(user), user)
                    .set(Members.JOINED_AT, 1L)
                    .set(Members.ROLES, List.of(role))
                    .set(
                            Members.PROFILE,
                            Json.bytes(
                                    Json.object().put("id", Long.toString(user)).put("username", "m")))
                    .build());
            batch.add(Write.to(UserGuilds.TABLE, user, guild)
                    .set(UserGuilds.JOINED_AT, 1L)
                    .build());
            if (batch.size() == 1_000) {
                town.rows().writeNow(batch);
                batch.clear();
            }
        }
        town.stage().restart();
        town.rows().forgetBatches();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aRoleThatEverybodyHasIsDeletedByASmallWrite() {
        assertThat(rest("deleteRole", Map.of("guild_id", Town.text(guild), "role_id", Town.text(role)), "")
                        .hasSuccess())
                .isTrue();
        assertThat(members()).hasSize(MEMBERS + 1);
        assertThat(town.rows().largestBatch()).isLessThan(10);
    }

    @Test
    void theGuildIsDeletedInPieces() {
        assertThat(rest("deleteGuild", Map.of("guild_id", Town.text(guild)), "").hasSuccess())
                .isTrue();
        assertThat(town.rows().row(Guilds.TABLE, guild)).isEmpty();
        assertThat(members()).isEmpty();
        assertThat(LongStream.range(FIRST, FIRST + MEMBERS)
                        .filter(user -> !town.rows().all(UserGuilds.TABLE, user).isEmpty()))
                .isEmpty();
        assertThat(town.rows().largestBatch()).isLessThan(2_000);
    }

    private Outcome rest(String operation, Map<String, String> path, String body) {
        return town.rest(Keys.guild(guild), operation, owner, path, "", body);
    }

    private List<RowView> members() {
        return LongStream.range(0, MemberSlice.COUNT)
                .boxed()
                .flatMap(slice -> town.rows().all(Members.TABLE, guild, slice).stream())
                .toList();
    }
}
