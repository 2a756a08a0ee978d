package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import com.fasterxml.jackson.databind.JsonNode;
import discord4j.common.util.Snowflake;
import discord4j.core.event.domain.VoiceServerUpdateEvent;
import discord4j.core.event.domain.VoiceStateUpdateEvent;
import discord4j.core.event.domain.channel.TextChannelCreateEvent;
import discord4j.core.event.domain.channel.TextChannelDeleteEvent;
import discord4j.core.event.domain.channel.TextChannelUpdateEvent;
import discord4j.core.event.domain.guild.BanEvent;
import discord4j.core.event.domain.guild.GuildCreateEvent;
import discord4j.core.event.domain.guild.GuildDeleteEvent;
import discord4j.core.event.domain.guild.MemberJoinEvent;
import discord4j.core.event.domain.guild.MemberLeaveEvent;
import discord4j.core.event.domain.guild.MemberUpdateEvent;
import discord4j.core.event.domain.role.RoleCreateEvent;
import discord4j.core.event.domain.role.RoleDeleteEvent;
import discord4j.core.event.domain.role.RoleUpdateEvent;
import discord4j.core.object.PermissionOverwrite;
import discord4j.core.object.entity.Guild;
import discord4j.core.object.entity.Member;
import discord4j.core.object.entity.Role;
import discord4j.core.object.entity.channel.Category;
import discord4j.core.object.entity.channel.TextChannel;
import discord4j.core.object.entity.channel.VoiceChannel;
import discord4j.discordjson.Id;
import discord4j.discordjson.json.ApplicationCommandData;
import discord4j.discordjson.json.ApplicationCommandOptionData;
import discord4j.discordjson.json.ApplicationCommandRequest;
import discord4j.discordjson.json.gateway.VoiceStateUpdate;
import discord4j.gateway.json.ShardGatewayPayload;
import discord4j.rest.service.ApplicationService;
import discord4j.rest.util.Color;
import discord4j.rest.util.Permission;
import discord4j.rest.util.PermissionSet;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Steps with what a guild is made of. */
final class GuildSteps {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final int INTEGER = 4;

    private final Bot bot;

    GuildSteps(Bot bot) {
        this.bot = bot;
    }

    void addTo(Steps steps) {
        steps.add("channels", this::channels)
                .add("roles", this::roles)
                .add("members", this::members)
                .add("commands", this::commands)
                .add("voice", this::voice)
                .add("guilds", this::guilds)
                .add("account", this::account);
    }

    private void channels() throws Exception {
        Guild guild = bot.guild();
        Category category = Mono.from(guild.createCategory("Trades")).block();
        TextChannel workshop = Mono.from(guild.createTextChannel("workshop")
                        .withParentId(category.getId())
                        .withTopic("tools"))
                .block();
        bot.arrivals.next(
                TextChannelCreateEvent.class, event -> event.getChannel().equals(workshop));
        equal(workshop.getTopic().orElseThrow(), "tools");
        equal(workshop.getCategoryId().orElseThrow(), category.getId());
        Mono.from(workshop.edit().withTopic("hammers")).block();
        bot.arrivals.next(TextChannelUpdateEvent.class, event -> topicIs(event, "hammers"));
        workshop.addRoleOverwrite(
                        Bot.GUILD,
                        PermissionOverwrite.forRole(
                                Bot.GUILD, PermissionSet.none(), PermissionSet.of(Permission.SEND_MESSAGES)))
                .block();
        bot.arrivals.next(TextChannelUpdateEvent.class, GuildSteps::isClosed);
        workshop.delete().block();
        bot.arrivals.next(
                TextChannelDeleteEvent.class, event -> event.getChannel().equals(workshop));
        category.delete().block();
        VoiceChannel voice = Mono.from(guild.createVoiceChannel("speech")).block();
        equal(voice.getBitrate(), 64_000);
        voice.delete().block();
    }

    private static boolean topicIs(TextChannelUpdateEvent event, String topic) {
        return ((TextChannel) event.getCurrent()).getTopic().orElse("").equals(topic);
    }

    private static boolean isClosed(TextChannelUpdateEvent event) {
        return ((TextChannel) event.getCurrent())
                .getOverwriteForRole(Bot.GUILD)
                .map(overwrite -> overwrite.getDenied().contains(Permission.SEND_MESSAGES))
                .orElse(false);
    }

    private void roles() throws Exception {
        Guild guild = bot.guild();
        Role role = Mono.from(guild.createRole()
                        .withName("mason")
                        .withColor(Color.of(0xFF8800))
                        .withHoist(true)
                        .withPermissions(PermissionSet.of(Permission.KICK_MEMBERS)))
                .block();
        bot.arrivals.next(RoleCreateEvent.class, event -> event.getRole().equals(role));
        Mono.from(role.edit().withName("master mason")).block();
        equal(bot.arrivals.next(RoleUpdateEvent.class).getCurrent().getName(), "master mason");
        Member owner = guild.getMemberById(Bot.OWNER).block();
        owner.addRole(role.getId()).block();
        check(
                "the owner has it",
                bot.arrivals.next(MemberUpdateEvent.class).getCurrentRoleIds().contains(role.getId()));
        owner.removeRole(role.getId()).block();
        role.delete().block();
        bot.arrivals.next(RoleDeleteEvent.class, event -> event.getRoleId().equals(role.getId()));
    }

    private void members() throws Exception {
        Guild guild = bot.guild();
        JsonNode guest = Stage.ask("guest", NOTHING);
        Snowflake id = Snowflake.of(guest.path("id").asText());
        Member member = bot.arrivals.next(MemberJoinEvent.class).getMember();
        equal(member.getId(), id);
        String name = guest.path("username").asText();
        equal(guild.searchMembers(name, 5).map(Member::getId).collectList().block(), List.of(id));
        Set<Snowflake> asked = Set.of(Bot.OWNER, Snowflake.of(1));
        equal(guild.requestMembers(asked).map(Member::getId).collectList().block(), List.of(Bot.OWNER));
        Mono.from(member.edit().withNicknameOrNull("Visitor")).block();
        equal(
                bot.arrivals
                        .next(MemberUpdateEvent.class, event -> event.getMemberId()
                                .equals(id))
                        .getCurrentNickname()
                        .orElseThrow(),
                "Visitor");
        Mono.from(guild.ban(id).withReason("a test")).block();
        boolean banned = false;
        boolean left = false;
        while (!banned || !left) {
            Object event = bot.arrivals.next(Object.class);
            banned |= event instanceof BanEvent;
            left |= event instanceof MemberLeaveEvent;
        }
        equal(guild.getBan(id).block().getReason().orElseThrow(), "a test");
        guild.unban(id).block();
        equal(MessageSteps.code(guild.unban(id)), 10026);
    }

    private void commands() {
        ApplicationService commands = bot.client().getRestClient().getApplicationService();
        long self = Bot.SELF.asLong();
        long guild = Bot.GUILD.asLong();
        ApplicationCommandRequest ping = ApplicationCommandRequest.builder()
                .name("ping")
                .description("Answers")
                .build();
        equal(
                commands.bulkOverwriteGlobalApplicationCommand(self, List.of(ping))
                        .map(ApplicationCommandData::name)
                        .collectList()
                        .block(),
                List.of("ping"));
        ApplicationCommandRequest roll = ApplicationCommandRequest.builder()
                .name("roll")
                .description("Rolls dice")
                .addOption(ApplicationCommandOptionData.builder()
                        .type(INTEGER)
                        .name("sides")
                        .description("How many sides the dice have")
                        .maxValue(100d)
                        .build())
                .build();
        commands.createGuildApplicationCommand(self, guild, roll).block();
        ApplicationCommandData kept =
                commands.getGuildApplicationCommands(self, guild).blockFirst();
        equal(kept.options().get().getFirst().maxValue().get(), 100d);
        commands.deleteGuildApplicationCommand(self, guild, kept.id().asLong()).block();
        equal(commands.getGuildApplicationCommands(self, guild).collectList().block(), List.of());
    }

    private void voice() throws Exception {
        send(Stage.VOICE);
        VoiceStateUpdateEvent joined = bot.arrivals.next(
                VoiceStateUpdateEvent.class,
                event -> event.getCurrent().getUserId().equals(Bot.SELF));
        equal(joined.getCurrent().getChannelId().orElseThrow().asString(), Stage.VOICE);
        check("it is mute", joined.getCurrent().isSelfMuted());
        equal(bot.arrivals.next(VoiceServerUpdateEvent.class).getGuildId(), Bot.GUILD);
        send(null);
        bot.arrivals.next(
                VoiceStateUpdateEvent.class,
                event -> event.getCurrent().getUserId().equals(Bot.SELF)
                        && event.getCurrent().getChannelId().isEmpty());
    }

    private void send(String channel) {
        VoiceStateUpdate update = VoiceStateUpdate.builder()
                .guildId(Stage.GUILD)
                .channelId(Optional.ofNullable(channel).map(Id::of))
                .selfMute(channel != null)
                .selfDeaf(false)
                .build();
        bot.client()
                .getGatewayClientGroup()
                .unicast(ShardGatewayPayload.voiceStateUpdate(update, 0))
                .block();
    }

    private void guilds() throws Exception {
        Snowflake made = Snowflake.of(Stage.ask("found", NOTHING).path("id").asText());
        bot.arrivals.next(
                GuildCreateEvent.class, event -> event.getGuild().getId().equals(made));
        Stage.ask("dissolve", Map.of("guild", made.asString()));
        bot.arrivals.next(GuildDeleteEvent.class, event -> event.getGuildId().equals(made));
    }

    private void account() {
        String name = "renamed" + Stage.BOT.substring(Stage.BOT.length() - 5);
        Mono.from(bot.client().edit().withUsername(name)).block();
        equal(bot.client().getRestClient().getSelf().block().username(), name);
        equal(bot.client().getApplicationInfo().block().getId(), Bot.SELF);
    }
}
