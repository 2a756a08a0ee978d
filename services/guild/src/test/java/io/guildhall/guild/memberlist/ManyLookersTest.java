package io.guildhall.guild.memberlist;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.permission.Permission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of a guild with so many members that nobody could place them all in one turn. The guild reads its clock once for each permission. */
class ManyLookersTest {
    private static final int MEMBERS = 50_000;
    private static final int ONLINE = 30_000;
    private static final int LOOKERS = 3_000;
    private static final long FIRST = 2_000_000;
    /** Members that are examined in one turn, and some more for the calls themselves. */
    private static final long MOST_EXAMINED = Building.PLACES + Building.LOOKERS + 100;

    private final TestGuild guild = new TestGuild();
    private final Onlookers people = new Onlookers(guild);
    private final ListClient client = new ListClient();

    @Test
    void aChangeOfRulesPlacesEverybodyInTurnsOfBoundedWork() {
        long channel = guild.channel("private");
        long role = guild.role("readers", 0, 1);
        hide(channel, role, Permission.VIEW_CHANNEL.mask());
        for (long user = FIRST; user < FIRST + MEMBERS; user++) {
            guild.join(user, "person" + user, role);
        }
        people.come(OWNER);
        for (long user = FIRST; user < FIRST + ONLINE; user++) {
            people.come(user);
        }
        people.hear(FIRST, client);
        for (long user = FIRST; user < FIRST + LOOKERS; user++) {
            people.look(user, channel, 0);
        }
        assertThat(turns()).isGreaterThan(ONLINE / Building.PLACES);
        assertThat(client.items()).startsWith("online", OWNER + " online", FIRST + " online");

        examined(() -> guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"hoist\":true,\"permissions\":\"" + Permission.MANAGE_MESSAGES.mask() + "\"}")));
        examined(() -> hide(channel, role, Permission.VIEW_CHANNEL.mask() | Permission.SEND_MESSAGES.mask()));
        turns();
        assertThat(client.items()).hasSize(MemberList.PART).startsWith(Long.toString(role), FIRST + " online");
        assertThat(client.last().get("online_count").asInt()).isEqualTo(ONLINE + 1);

        examined(() -> hide(channel, role, 0));
        turns();
        assertThat(people.topics(FIRST)).as("who lost sight looks at nothing").isEmpty();
        assertThat(guild.state().findPart(MemberLists.class)).isEmpty();
    }

    /** Takes all turns that the guild asks for; returns how many. */
    private int turns() {
        int turns = 0;
        int[] ran = new int[1];
        do {
            guild.clock().advance(Duration.ofSeconds(1));
            examined(() -> ran[0] = guild.runLaters());
            guild.takeEvents();
            turns += ran[0];
        } while (ran[0] > 0);
        return turns;
    }

    private void examined(Runnable turn) {
        long before = guild.clock().readings();
        turn.run();
        assertThat(guild.clock().readings() - before).isLessThan(MOST_EXAMINED);
    }

    private void hide(long channel, long role, long allowed) {
        for (String overwrite : List.of(
                "%d {\"type\":0,\"deny\":\"%d\"}".formatted(guild.id(), Permission.VIEW_CHANNEL.mask()),
                "%d {\"type\":0,\"allow\":\"%d\"}".formatted(role, allowed))) {
            guild.run(Calls.of("setOverwrite", OWNER)
                    .path("channel_id", channel)
                    .path("overwrite_id", Long.parseLong(overwrite.substring(0, overwrite.indexOf(' '))))
                    .body(overwrite.substring(overwrite.indexOf(' ') + 1)));
        }
    }
}
