package io.guildhall.tests.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What JDA's sessions receive: after a cut, on two shards, and within their permissions and intents. */
@Tag("acceptance")
class JdaSessionTest {
    private static final Set<GatewayIntent> ALL = EnumSet.allOf(GatewayIntent.class);
    private static final String ADMINISTRATOR = "8";
    private static final String VIEW_CHANNEL = "1024";
    private static final String NOTHING = "0";

    private final Instance instance = new Instance();
    private final List<JDA> running = new ArrayList<>();

    private String owner;
    private String guild;
    private String channel;

    @BeforeEach
    void makeAGuild() throws Exception {
        owner = instance.register();
        guild = instance.call(owner, "POST", "/guilds", "{\"name\": \"JDA sessions\"}")
                .path("id")
                .asText();
        channel = createChannel("{\"name\": \"open\", \"type\": 0}");
    }

    @AfterEach
    void logOut() {
        running.forEach(JDA::shutdownNow);
    }

    @Test
    void losesAndDoublesNothingWhenTheConnectionIsCut() throws Exception {
        try (Cutter cutter = new Cutter(instance.gateway())) {
            Arrivals arrivals = new Arrivals();
            String token = instance.bot(owner, guild, ADMINISTRATOR);
            Arrivals resumed = new Arrivals();
            start(JdaBot.of(instance, token, cutter.address(), ALL).addEventListeners(arrivals, resumed));
            write(channel, 0, 5);
            cutter.cut();
            write(channel, 5, 15);
            resumed.next(SessionResumeEvent.class, event -> true);
            write(channel, 15, 20);
            assertThat(contents(arrivals, 20)).isEqualTo(numbers(20));
        }
    }

    @Test
    void aGuildIsOnOneOfTwoShards() throws Exception {
        String token = instance.bot(owner, guild, ADMINISTRATOR);
        int shard = (int) ((Long.parseUnsignedLong(guild) >>> 22) % 2);
        Arrivals here = new Arrivals();
        Arrivals elsewhere = new Arrivals();
        JDA with = start(JdaBot.of(instance, token, instance.gateway(), ALL)
                .useSharding(shard, 2)
                .addEventListeners(here));
        JDA without = start(JdaBot.of(instance, token, instance.gateway(), ALL)
                .useSharding(1 - shard, 2)
                .addEventListeners(elsewhere));
        write(channel, 0, 3);
        assertThat(contents(here, 3)).isEqualTo(numbers(3));
        assertThat(with.getGuildById(guild)).isNotNull();
        assertThat(without.getGuildById(guild)).isNull();
        assertThat(elsewhere.all(MessageReceivedEvent.class)).isEmpty();
    }

    @Test
    void whoMayNotSeeAChannelReceivesNothingOfIt() throws Exception {
        Arrivals arrivals = new Arrivals();
        String token = instance.bot(owner, guild, NOTHING);
        String hidden = createChannel("""
                {"name": "hidden", "type": 0,
                 "permission_overwrites": [{"id": "%s", "type": 0, "allow": "0", "deny": "%s"}]}""".formatted(guild, VIEW_CHANNEL));
        start(JdaBot.of(instance, token, instance.gateway(), ALL).addEventListeners(arrivals));
        write(hidden, 100, 103);
        write(channel, 0, 2);
        assertThat(contents(arrivals, 2)).isEqualTo(numbers(2));
    }

    @Test
    void withoutTheIntentAMessageHasNoContent() throws Exception {
        Arrivals arrivals = new Arrivals();
        String token = instance.bot(owner, guild, ADMINISTRATOR);
        start(JdaBot.of(instance, token, instance.gateway(), EnumSet.of(GatewayIntent.GUILD_MESSAGES))
                .addEventListeners(arrivals));
        write(channel, 0, 1);
        assertThat(contents(arrivals, 1)).containsExactly("");
    }

    private JDA start(JDABuilder builder) throws InterruptedException {
        JDA jda = builder.build();
        running.add(jda);
        return jda.awaitReady();
    }

    private String createChannel(String body) throws Exception {
        return instance.call(owner, "POST", "/guilds/" + guild + "/channels", body)
                .path("id")
                .asText();
    }

    private void write(String where, int from, int to) throws Exception {
        for (int number = from; number < to; number++) {
            instance.call(
                    owner, "POST", "/channels/" + where + "/messages", "{\"content\": \"number " + number + "\"}");
        }
    }

    /** What came, once there are so many messages; in the order in which they came. */
    private static List<String> contents(Arrivals arrivals, int count) throws InterruptedException {
        List<String> contents = new ArrayList<>();
        while (contents.size() < count) {
            contents.add(arrivals.next(MessageReceivedEvent.class, event -> true)
                    .getMessage()
                    .getContentRaw());
        }
        return contents;
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(number -> "number " + number).toList();
    }
}
