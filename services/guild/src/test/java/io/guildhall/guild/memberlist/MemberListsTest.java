package io.guildhall.guild.memberlist;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberListsTest {
    private static final long FIRST = 2_000_000;

    private final TestGuild guild = new TestGuild();
    private final Onlookers people = new Onlookers(guild);
    private final ListClient client = new ListClient();
    private final long channel = guild.channel("general");

    @BeforeEach
    void listen() {
        people.hear(OWNER, client);
    }

    @Test
    void whoLooksIsToldTheListAndThenWhatIsDifferent() {
        guild.join(FIRST, "anna");
        people.come(OWNER);
        people.look(OWNER, channel, 0);
        tell();
        assertThat(client.items()).containsExactly("online", OWNER + " online", "offline", FIRST + " offline");
        assertThat(client.last().get("id").asText()).isEqualTo("everyone");
        assertThat(client.last().get("member_count").asInt()).isEqualTo(2);
        assertThat(client.last().get("online_count").asInt()).isEqualTo(1);

        people.come(FIRST);
        tell();
        assertThat(client.items()).containsExactly("online", FIRST + " online", OWNER + " online");
        assertThat(client.last().get("groups")).hasSize(1);
        people.say(FIRST, "dnd");
        tell();
        assertThat(client.items()).containsExactly("online", FIRST + " dnd", OWNER + " online");
        assertThat(client.operations()).isEqualTo(4);
    }

    @Test
    void rolesThatAreShownApartAreGroupsByPosition() {
        long low = role("low", 1);
        long high = role("high", 2);
        guild.join(FIRST, "anna", low);
        guild.join(FIRST + 1, "bert", low, high);
        people.come(OWNER);
        people.come(FIRST);
        people.come(FIRST + 1);
        people.look(OWNER, channel, 0);
        tell();
        assertThat(client.items())
                .containsExactly(
                        Long.toString(high),
                        FIRST + 1 + " online",
                        Long.toString(low),
                        FIRST + " online",
                        "online",
                        OWNER + " online");
    }

    @Test
    void aHiddenChannelsListHasThoseWhoSeeItAndIsForThemAlone() {
        long hidden = guild.channel("hidden");
        guild.join(FIRST, "anna");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", hidden)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"" + Permission.VIEW_CHANNEL.mask() + "\"}"));
        people.come(OWNER);
        people.come(FIRST);
        people.look(FIRST, hidden, 0);
        assertThat(people.topics(FIRST))
                .as("who does not see the channel looks at nothing")
                .isEmpty();
        people.look(OWNER, hidden, 0);
        guild.takeEvents();
        guild.runLaters();
        List<Event> events = guild.takeEvents();
        assertThat(events).allSatisfy(event -> assertThat(event.getChannelId()).isEqualTo(hidden));
        assertThat(client.items()).containsExactly("online", OWNER + " online");
        assertThat(client.last().get("id").asText()).matches("[0-9]+").isNotEqualTo("0");
    }

    @Test
    void whenAChannelIsHiddenItsLookersBeginAnew() {
        guild.join(FIRST, "anna");
        people.come(OWNER);
        people.come(FIRST);
        people.look(OWNER, channel, 0);
        people.look(FIRST, channel, 0);
        tell();
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"" + Permission.VIEW_CHANNEL.mask() + "\"}"));
        tell();
        assertThat(client.items()).containsExactly("online", OWNER + " online");
    }

    /** What is told of a list that somebody does not see for a while would be about a state that its client never had. */
    @Test
    void whoDoesNotSeeAChannelForAWhileIsToldItsListFromTheBeginning() {
        ListClient late = new ListClient();
        guild.hear(event -> {
            client.hears(asked(OWNER, event));
            late.hears(asked(FIRST, event));
        });
        long initiated = guild.role("initiated", 0, 1);
        long hidden = guild.channel("hidden");
        String rule = "{\"type\":0,\"%s\":\"" + Permission.VIEW_CHANNEL.mask() + "\"}";
        overwrite(hidden, guild.id(), rule.formatted("deny"));
        overwrite(hidden, initiated, rule.formatted("allow"));
        guild.join(FIRST, "anna", initiated);
        guild.join(FIRST + 1, "bert", initiated);
        people.come(FIRST);
        people.come(OWNER);
        people.look(FIRST, hidden, 0);
        people.look(OWNER, hidden, 0);
        tell();
        assertThat(late.items()).isEqualTo(client.items()).hasSize(5);

        bear("deleteMemberRole", initiated);
        tell();
        assertThat(people.topics(FIRST)).isEmpty();
        people.come(FIRST + 1);
        bear("addMemberRole", initiated);
        tell();
        people.look(FIRST, hidden, 0);
        tell();
        assertThat(late.items()).isEqualTo(client.items()).hasSize(4);
    }

    /** The parts that it still sees are told on, and those of the other list again when it shows again. */
    @Test
    void whoSeesOneOfTwoChannelsLooksAtThatOne() {
        long initiated = guild.role("initiated", 0, 1);
        long hidden = guild.channel("hidden");
        String rule = "{\"type\":0,\"%s\":\"" + Permission.VIEW_CHANNEL.mask() + "\"}";
        overwrite(hidden, guild.id(), rule.formatted("deny"));
        overwrite(hidden, initiated, rule.formatted("allow"));
        guild.join(FIRST, "anna", initiated);
        people.come(FIRST);
        people.lookAtEach(FIRST, channel, hidden);
        tell();
        assertThat(people.topics(FIRST)).hasSize(2);
        List<Long> both = List.copyOf(people.topics(FIRST));

        bear("deleteMemberRole", initiated);
        tell();
        assertThat(people.topics(FIRST)).hasSize(1);
        assertThat(both).containsAll(people.topics(FIRST));
        bear("addMemberRole", initiated);
        tell();
        assertThat(people.topics(FIRST)).hasSize(2);
    }

    private void bear(String operation, long role) {
        guild.run(Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("user_id", FIRST)
                .path("role_id", role));
    }

    private void overwrite(long hidden, long role, String body) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", hidden)
                .path("overwrite_id", role)
                .body(body));
    }

    @Test
    void changesAreToldTogetherAndOnlyWhileSomebodyLooks() {
        people.come(OWNER);
        assertThat(guild.runLaters()).isZero();
        people.look(OWNER, channel, 0);
        assertThat(guild.runLaters()).isEqualTo(1);
        guild.takeEvents();
        for (int person = 0; person < 50; person++) {
            guild.join(FIRST + person, "person" + person);
            people.come(FIRST + person);
        }
        guild.takeEvents();
        assertThat(guild.runLaters()).isEqualTo(1);
        assertThat(guild.takeEvents()).hasSize(1);

        people.look(OWNER, channel);
        people.go(FIRST);
        assertThat(guild.runLaters()).isZero();
        assertThat(guild.state().findPart(MemberLists.class)).isEmpty();
    }

    @Test
    void whoLooksElsewhereIsToldWhatItShowsNoMoreAndNobodyElseIs() {
        List<JsonNode> others = new ArrayList<>();
        crowd(150);
        people.look(OWNER, channel, 0, 1);
        people.look(FIRST, channel, 0, 1);
        tell();
        assertThat(client.items()).hasSize(152);
        guild.hear(event -> {
            client.hears(asked(OWNER, event));
            if (event.getTopicsList().stream().anyMatch(people.topics(FIRST)::contains)) {
                others.add(Json.parse(event.getPayload()));
            }
        });

        people.look(OWNER, channel, 0);

        assertThat(client.invalidated()).containsExactly(1);
        assertThat(client.items()).hasSize(100);
        assertThat(others).isEmpty();
        people.look(OWNER, channel, 0, 1);
        tell();
        assertThat(client.items()).hasSize(152);
        assertThat(others).isEmpty();
    }

    private List<Event> asked(long user, Event event) {
        return event.getTopicsList().stream().anyMatch(people.topics(user)::contains) ? List.of(event) : List.of();
    }

    @Test
    void whoIsAloneAndLooksElsewhereIsToldWhatItShowsNoMoreToo() {
        crowd(150);
        people.look(OWNER, channel, 0, 1);
        tell();
        long list = people.topics(OWNER).getFirst();

        people.look(OWNER, channel, 0);
        tell();

        assertThat(client.invalidated()).containsExactly(1);
        assertThat(client.items()).hasSize(100);
        assertThat(people.topics(OWNER)).as("the list is not made anew").containsExactly(list);
    }

    @Test
    void whoLooksAtNoPartOfAListHasNoneMade() {
        people.come(OWNER);
        people.lookAtEach(OWNER);
        assertThat(guild.state().findPart(MemberLists.class)).isEmpty();
        people.lookAtNoPart(OWNER, channel);
        assertThat(guild.state().findPart(MemberLists.class)).isEmpty();
    }

    @Test
    void aPartThatIsEmptiedIsInvalid() {
        crowd(150);
        people.look(OWNER, channel, 0, 1);
        tell();
        for (int person = 0; person < 100; person++) {
            guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", FIRST + person));
        }
        tell();
        assertThat(client.invalidated()).containsExactly(1);
        assertThat(client.items()).hasSize(52);
    }

    private void crowd(int people) {
        this.people.come(OWNER);
        for (int person = 0; person < people; person++) {
            guild.join(FIRST + person, "person%03d".formatted(person));
            this.people.come(FIRST + person);
        }
    }

    @Test
    void whoIsGoneOrLoadedAnewLeavesNothingBehind() {
        people.come(OWNER);
        people.look(OWNER, channel, 0, 1);
        tell();
        guild.reload();
        assertThat(guild.state().findPart(MemberLists.class))
                .as("who looked before a reload looks on")
                .isPresent();
        people.go(OWNER);
        assertThat(guild.state().findPart(MemberLists.class)).isEmpty();
    }

    @Test
    void newLookersAndOldOnesKnowTheSame() {
        guild.join(FIRST, "anna");
        people.come(OWNER);
        people.look(OWNER, channel, 0);
        tell();
        people.come(FIRST);
        people.look(FIRST, channel, 0);
        tell();
        assertThat(client.items()).containsExactly("online", FIRST + " online", OWNER + " online");
        assertThat(people.topics(FIRST)).isEqualTo(people.topics(OWNER)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whateverHappensTheClientHasTheListAsItIs(int seed) {
        Random random = new Random(seed);
        List<Long> roles = new ArrayList<>(List.of(role("one", 1), role("two", 2)));
        List<Long> members = new ArrayList<>();
        for (int member = 0; member < 230; member++) {
            guild.join(FIRST + member, "name" + random.nextInt(100_000));
            members.add(FIRST + member);
        }
        people.come(OWNER);
        people.look(OWNER, channel, 0, 1, 2);
        tell();
        for (int round = 0; round < 60; round++) {
            for (int change = random.nextInt(6); change >= 0; change--) {
                change(random, members, roles, round);
            }
            tell();
            assertThat(client.items()).as("round %d", round).isEqualTo(expected(roles));
        }
    }

    private void change(Random random, List<Long> members, List<Long> roles, int round) {
        long member = members.get(random.nextInt(members.size()));
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> people.come(member);
            case 3 -> people.go(member);
            case 4 -> {
                people.come(member);
                people.say(member, List.of("idle", "dnd", "online").get(random.nextInt(3)));
            }
            case 5 ->
                guild.run(Calls.of("updateMember", OWNER)
                        .path("guild_id", guild.id())
                        .path("user_id", member)
                        .body("{\"nick\":\"nick" + random.nextInt(1_000) + "\",\"roles\":[\""
                                + roles.get(random.nextInt(roles.size())) + "\"]}"));
            default -> {
                long joining = FIRST + 1_000 + round * 10L + random.nextInt(10);
                if (guild.state().findMember(joining).isEmpty()) {
                    guild.join(joining, "late" + joining);
                }
            }
        }
    }

    /** The whole list, worked out without any of its machinery. */
    private List<String> expected(List<Long> roles) {
        List<String> groups = List.of(roles.get(1).toString(), roles.get(0).toString(), "online", "offline");
        List<String> items = new ArrayList<>();
        for (String group : groups) {
            List<String> inGroup = guild.state().members().stream()
                    .filter(member -> group.equals(groupOf(member, roles)))
                    .sorted(Comparator.comparing(GuildMember::shownName, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(GuildMember::id))
                    .map(member -> member.id() + " "
                            + guild.state().presences().of(member.id()).status())
                    .toList();
            if (!inGroup.isEmpty()) {
                items.add(group);
                items.addAll(inGroup);
            }
        }
        return items.subList(0, Math.min(items.size(), 300));
    }

    private String groupOf(GuildMember member, List<Long> roles) {
        if (!guild.state().presences().of(member.id()).visible()) {
            return "offline";
        }
        for (int role = roles.size() - 1; role >= 0; role--) {
            if (member.hasRole(roles.get(role))) {
                return roles.get(role).toString();
            }
        }
        return "online";
    }

    private long role(String name, long position) {
        long role = guild.role(name, 0, position);
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"hoist\":true}"));
        return role;
    }

    private void tell() {
        // Whoever was made a member by the test itself is noticed by the next command.
        guild.run(Command.newBuilder().setDetach(DetachSessions.getDefaultInstance()));
        guild.runLaters();
        guild.takeEvents();
    }
}
