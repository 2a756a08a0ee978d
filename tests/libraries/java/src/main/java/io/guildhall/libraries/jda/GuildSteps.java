package io.guildhall.libraries.jda;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.VoiceChannel;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateTopicEvent;
import net.dv8tion.jda.api.events.guild.GuildBanEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.update.GuildMemberUpdateNicknameEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideCreateEvent;
import net.dv8tion.jda.api.events.guild.voice.GuildVoiceUpdateEvent;
import net.dv8tion.jda.api.events.role.RoleCreateEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdateNameEvent;
import net.dv8tion.jda.api.events.self.SelfUpdateNameEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Steps with what a guild is made of. */
final class GuildSteps {
    private static final Map<String, Object> NOTHING = Map.of();

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
        Category category = guild.createCategory("Trades").complete();
        TextChannel workshop =
                category.createTextChannel("workshop").setTopic("tools").complete();
        bot.arrivals.next(
                ChannelCreateEvent.class, event -> event.getChannel().getName().equals("workshop"));
        equal(workshop.getTopic(), "tools");
        equal(workshop.getParentCategory(), category);
        workshop.getManager().setTopic("hammers").complete();
        equal(bot.arrivals.next(ChannelUpdateTopicEvent.class).getNewValue(), "hammers");
        workshop.upsertPermissionOverride(guild.getPublicRole())
                .deny(Permission.MESSAGE_SEND)
                .complete();
        check(
                "writing is denied",
                bot.arrivals
                        .next(PermissionOverrideCreateEvent.class)
                        .getPermissionOverride()
                        .getDenied()
                        .contains(Permission.MESSAGE_SEND));
        workshop.delete().complete();
        bot.arrivals.next(
                ChannelDeleteEvent.class, event -> event.getChannel().getId().equals(workshop.getId()));
        category.delete().complete();
        VoiceChannel voice = guild.createVoiceChannel("speech").complete();
        equal(voice.getBitrate(), 64_000);
        voice.delete().complete();
    }

    private void roles() throws Exception {
        Guild guild = bot.guild();
        Role role = guild.createRole()
                .setName("mason")
                .setColor(0xFF8800)
                .setHoisted(true)
                .setPermissions(Permission.KICK_MEMBERS)
                .complete();
        bot.arrivals.next(RoleCreateEvent.class, event -> event.getRole().equals(role));
        role.getManager().setName("master mason").complete();
        equal(bot.arrivals.next(RoleUpdateNameEvent.class).getNewName(), "master mason");
        guild.addRoleToMember(UserSnowflake.fromId(Stage.OWNER), role).complete();
        check(
                "the owner has it",
                bot.arrivals.next(GuildMemberRoleAddEvent.class).getRoles().contains(role));
        guild.removeRoleFromMember(UserSnowflake.fromId(Stage.OWNER), role).complete();
        role.delete().complete();
        bot.arrivals.next(RoleDeleteEvent.class, event -> event.getRole().equals(role));
    }

    private void members() throws Exception {
        Guild guild = bot.guild();
        JsonNode guest = Stage.ask("guest", NOTHING);
        String id = guest.path("id").asText();
        bot.arrivals.next(
                GuildMemberJoinEvent.class, event -> event.getMember().getId().equals(id));
        List<Member> found = guild.retrieveMembersByPrefix(
                        guest.path("username").asText(), 5)
                .get();
        equal(found.stream().map(Member::getId).toList(), List.of(id));
        List<Member> asked = guild.retrieveMembersByIds(Stage.OWNER, "1").get();
        equal(asked.stream().map(Member::getId).toList(), List.of(Stage.OWNER));
        Member member = guild.getMemberById(id);
        member.modifyNickname("Visitor").complete();
        equal(bot.arrivals.next(GuildMemberUpdateNicknameEvent.class).getNewNickname(), "Visitor");
        member.ban(0, TimeUnit.SECONDS).reason("a test").complete();
        bot.arrivals.next(GuildBanEvent.class, event -> event.getUser().getId().equals(id));
        until("the member has left", guild, id);
        equal(guild.retrieveBan(UserSnowflake.fromId(id)).complete().getReason(), "a test");
        guild.unban(UserSnowflake.fromId(id)).complete();
        try {
            guild.retrieveBan(UserSnowflake.fromId(id)).complete();
        } catch (ErrorResponseException absent) {
            equal(absent.getErrorResponse(), ErrorResponse.UNKNOWN_BAN);
            return;
        }
        throw new AssertionError("the ban is still there");
    }

    private static void until(String what, Guild guild, String id) throws InterruptedException {
        Steps.until(what, () -> guild.getMemberById(id) == null);
    }

    private void commands() {
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("ping", "Answers"))
                .complete();
        equal(
                bot.jda().retrieveCommands().complete().stream()
                        .map(Command::getName)
                        .toList(),
                List.of("ping"));
        OptionData sides = new OptionData(OptionType.INTEGER, "sides", "How many sides the dice have").setMaxValue(100);
        bot.guild()
                .upsertCommand(Commands.slash("roll", "Rolls dice").addOptions(sides))
                .complete();
        Command kept = bot.guild().retrieveCommands().complete().getFirst();
        equal(kept.getOptions().getFirst().getMaxValue().intValue(), 100);
        kept.delete().complete();
        equal(bot.guild().retrieveCommands().complete(), List.of());
    }

    private void voice() throws Exception {
        Guild guild = bot.guild();
        bot.jda().getDirectAudioController().connect(guild.getVoiceChannelById(Stage.VOICE));
        GuildVoiceUpdateEvent joined = bot.arrivals.next(
                GuildVoiceUpdateEvent.class,
                event -> event.getMember().getId().equals(Stage.BOT) && event.getChannelJoined() != null);
        equal(joined.getChannelJoined().getId(), Stage.VOICE);
        bot.jda().getDirectAudioController().disconnect(guild);
        bot.arrivals.next(
                GuildVoiceUpdateEvent.class,
                event -> event.getMember().getId().equals(Stage.BOT) && event.getChannelLeft() != null);
    }

    private void guilds() throws Exception {
        String made = Stage.ask("found", NOTHING).path("id").asText();
        bot.arrivals.next(
                GuildJoinEvent.class, event -> event.getGuild().getId().equals(made));
        Stage.ask("dissolve", Map.of("guild", made));
        bot.arrivals.next(
                GuildLeaveEvent.class, event -> event.getGuild().getId().equals(made));
    }

    private void account() throws Exception {
        String name = "renamed" + Stage.BOT.substring(Stage.BOT.length() - 5);
        bot.jda().getSelfUser().getManager().setName(name).complete();
        equal(bot.arrivals.next(SelfUpdateNameEvent.class).getNewName(), name);
        equal(bot.jda().retrieveApplicationInfo().complete().getId(), Stage.BOT);
    }
}
