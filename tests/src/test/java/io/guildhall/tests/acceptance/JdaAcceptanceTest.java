package io.guildhall.tests.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.role.RoleCreateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An unmodified JDA bot, with the zlib-stream that it asks for by default. */
@Tag("acceptance")
class JdaAcceptanceTest {
    private static final Instance INSTANCE = new Instance();
    private static final Arrivals ARRIVALS = new Arrivals();

    private static String owner;
    private static String guildId;
    private static JDA jda;
    private static Guild guild;
    private static TextChannel channel;

    @BeforeAll
    static void logIn() throws Exception {
        owner = INSTANCE.register();
        guildId = INSTANCE.call(owner, "POST", "/guilds", "{\"name\": \"JDA guild\"}")
                .path("id")
                .asText();
        String token = INSTANCE.bot(owner, guildId, "8");
        jda = JdaBot.of(INSTANCE, token, INSTANCE.gateway(), List.of(GatewayIntent.values()))
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .addEventListeners(ARRIVALS)
                .build()
                .awaitReady();
        guild = jda.getGuildById(guildId);
        channel = guild.createTextChannel("jda").complete();
    }

    @AfterAll
    static void logOut() {
        if (jda != null) {
            jda.shutdownNow();
        }
    }

    @Test
    void isReadyWithItsGuildAndItsMembers() {
        assertThat(guild.getName()).isEqualTo("JDA guild");
        assertThat(guild.getSelfMember().hasPermission(Permission.ADMINISTRATOR))
                .isTrue();
        assertThat(guild.loadMembers().get()).extracting(Member::getId).contains(guild.getOwnerId());
    }

    @Test
    void sendsReceivesEditsAndDeletesAMessage() throws Exception {
        Message sent = channel.sendMessage("sent by JDA").complete();
        MessageReceivedEvent received = ARRIVALS.next(
                MessageReceivedEvent.class, event -> event.getMessageId().equals(sent.getId()));
        assertThat(received.getMessage().getContentRaw()).isEqualTo("sent by JDA");
        assertThat(received.getMember()).isNotNull();
        sent.editMessage("edited by JDA").complete();
        MessageUpdateEvent updated = ARRIVALS.next(
                MessageUpdateEvent.class, event -> event.getMessageId().equals(sent.getId()));
        assertThat(updated.getMessage().getContentRaw()).isEqualTo("edited by JDA");
        sent.delete().complete();
        ARRIVALS.next(MessageDeleteEvent.class, event -> event.getMessageId().equals(sent.getId()));
        assertThatThrownBy(() -> channel.retrieveMessageById(sent.getId()).complete())
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> assertThat(refused.getErrorResponse())
                        .isEqualTo(ErrorResponse.UNKNOWN_MESSAGE));
    }

    @Test
    void receivesWhatAPersonWrites() throws Exception {
        INSTANCE.call(owner, "POST", "/channels/" + channel.getId() + "/messages", "{\"content\": \"from a person\"}");
        MessageReceivedEvent received = ARRIVALS.next(
                MessageReceivedEvent.class,
                event -> event.getMessage().getContentRaw().equals("from a person"));
        assertThat(received.getAuthor().isBot()).isFalse();
    }

    @Test
    void reactsAndRepliesWithAnEmbedAndAButton() throws Exception {
        Message message = channel.sendMessage("react to this").complete();
        message.addReaction(Emoji.fromUnicode("👍")).complete();
        MessageReactionAddEvent reacted = ARRIVALS.next(
                MessageReactionAddEvent.class, event -> event.getMessageId().equals(message.getId()));
        assertThat(reacted.getEmoji().getName()).isEqualTo("👍");
        Message reply = message.reply("an answer")
                .addEmbeds(new EmbedBuilder()
                        .setTitle("Title")
                        .setDescription("Text")
                        .setColor(Color.BLUE)
                        .build())
                .addComponents(ActionRow.of(Button.primary("press", "Press")))
                .complete();
        assertThat(reply.getEmbeds().getFirst().getTitle()).isEqualTo("Title");
        assertThat(reply.getComponents()).hasSize(1);
        assertThat(reply.getReferencedMessage().getId()).isEqualTo(message.getId());
    }

    @Test
    void readsHistory() {
        for (int index = 0; index < 5; index++) {
            channel.sendMessage("line " + index).complete();
        }
        List<Message> history = channel.getHistory().retrievePast(3).complete();
        assertThat(history).hasSize(3);
        assertThat(history.getFirst().getIdLong())
                .isGreaterThan(history.getLast().getIdLong());
    }

    @Test
    void createsRolesAndGivesThem() throws Exception {
        Role role = guild.createRole().setName("artisan").setColor(Color.ORANGE).complete();
        ARRIVALS.next(RoleCreateEvent.class, event -> event.getRole().getId().equals(role.getId()));
        guild.addRoleToMember(guild.retrieveOwner().complete(), role).complete();
        ARRIVALS.next(GuildMemberRoleAddEvent.class, event -> event.getRoles().contains(role));
        role.delete().complete();
    }

    @Test
    void createsAndDeletesChannels() throws Exception {
        TextChannel made =
                guild.createTextChannel("made-by-jda").setTopic("topic").complete();
        ARRIVALS.next(
                ChannelCreateEvent.class, event -> event.getChannel().getId().equals(made.getId()));
        assertThat(made.getTopic()).isEqualTo("topic");
        made.delete().complete();
        ARRIVALS.next(
                ChannelDeleteEvent.class, event -> event.getChannel().getId().equals(made.getId()));
    }

    @Test
    void keepsCommands() {
        Command command =
                guild.upsertCommand(Commands.slash("greet", "Says hello")).complete();
        assertThat(guild.retrieveCommands().complete())
                .extracting(Command::getId)
                .contains(command.getId());
        command.delete().complete();
        jda.updateCommands()
                .addCommands(Commands.slash("everywhere", "Of all guilds"))
                .complete();
        assertThat(jda.retrieveCommands().complete()).hasSize(1);
    }

    @Test
    void isToldAboutAGuildThatItEnters() throws Exception {
        String other = INSTANCE.call(owner, "POST", "/guilds", "{\"name\": \"Second\"}")
                .path("id")
                .asText();
        INSTANCE.call(
                owner,
                "POST",
                "/oauth2/authorize?client_id=" + jda.getSelfUser().getId() + "&scope=bot&permissions=8",
                "{\"guild_id\": \"" + other + "\", \"authorize\": true}");
        ARRIVALS.next(GuildJoinEvent.class, event -> event.getGuild().getId().equals(other));
    }
}
