package io.guildhall.guild.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guild that whoever looks after the instance keeps from being used, or gives to somebody else. */
class SuspensionTest {
    private final Town town = new Town();
    private final long owner = town.person("owner");
    private final long member = town.person("member");
    private final long guild = town.guild(owner);
    private final long channel = town.channel(guild);

    SuspensionTest() {
        town.join(guild, owner, member);
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void nobodyUsesItAndEverybodyIsToldThatItIsUnavailable() {
        attach();
        town.stage().takeSent();
        step(GuildSteps.SUSPEND, "{\"suspended\":true}");

        List<Sent> sent = town.stage().takeSent();
        assertThat(sent)
                .filteredOn(event -> event.event().getName().equals("GUILD_DELETE"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.event().getPayload().toStringUtf8()).contains("\"unavailable\":true"));
        assertThat(sent)
                .filteredOn(event -> event.event().getName().equals("$GUILD_DETACH"))
                .extracting(Sent::actor)
                .containsExactlyInAnyOrder(Keys.user(owner), Keys.user(member));
        for (String operation : List.of("updateGuild", "createMessage", "listGuildInvites")) {
            assertThat(Town.code(rest(operation, owner))).as(operation).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        }
        assertThat(Town.code(attach())).isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
    }

    @Test
    void itStaysSoWithAnotherOwnerNodeAndMembersMayLeave() {
        step(GuildSteps.SUSPEND, "{\"suspended\":true}");
        town.stage().restart();

        assertThat(Town.code(rest("createMessage", member))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(rest("leaveGuild", member).hasSuccess()).isTrue();
    }

    @Test
    void givenBackItIsAsBeforeAndSessionsComeIn() {
        step(GuildSteps.SUSPEND, "{\"suspended\":true}");
        town.stage().takeSent();
        step(GuildSteps.SUSPEND, "{\"suspended\":false}");

        assertThat(town.stage().takeSent())
                .filteredOn(event -> event.event().getName().equals("$GUILD_ATTACH"))
                .extracting(Sent::actor)
                .containsExactlyInAnyOrder(Keys.user(owner), Keys.user(member));
        assertThat(rest("createMessage", member).hasSuccess()).isTrue();
        assertThat(attach().hasSuccess()).isTrue();
        step(GuildSteps.SUSPEND, "{\"suspended\":false}");
        assertThat(town.stage().takeSent())
                .noneMatch(event -> event.event().getName().equals("$GUILD_ATTACH"));
    }

    @Test
    void itGoesToAMemberAndTheAuditLogNamesNobody() {
        long stranger = town.person("stranger");
        assertThat(Town.code(step(GuildSteps.TRANSFER, owner(stranger)))).isEqualTo(ErrorCode.UNKNOWN_MEMBER.number());
        long bot = town.bot("robot", owner);
        town.addBot(guild, owner, bot, 0);
        assertThat(Town.code(step(GuildSteps.TRANSFER, owner(bot)))).isEqualTo(ErrorCode.INVALID_ACCOUNT_TYPE.number());

        town.stage().takeSent();
        step(GuildSteps.TRANSFER, owner(member));

        assertThat(town.rows().all(Guilds.TABLE, guild).getFirst().get(Guilds.OWNER_ID))
                .isEqualTo(member);
        List<Sent> sent = town.stage().takeSent();
        assertThat(sent).extracting(event -> event.event().getName()).contains("GUILD_UPDATE");
        assertThat(sent)
                .filteredOn(event -> event.event().getName().equals("GUILD_AUDIT_LOG_ENTRY_CREATE"))
                .singleElement()
                .satisfies(event -> assertThat(event.event().getPayload().toStringUtf8())
                        .contains("\"user_id\":null", "owner_id", "\"reason\":\"lost\""));
        assertThat(Town.code(rest("updateGuild", owner))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    private static String owner(long user) {
        return "{\"owner_id\":\"" + Town.text(user) + "\",\"reason\":\"lost\"}";
    }

    private Outcome step(String step, String body) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setInternal(Internal.newBuilder().setStep(step).setBody(ByteString.copyFromUtf8(body)))
                        .build());
    }

    private Outcome attach() {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(Session.newBuilder()
                                        .setUserId(member)
                                        .setRef(SessionRef.newBuilder()
                                                .setGateway("g")
                                                .setNumber(1))))
                        .build());
    }

    private Outcome rest(String operation, long caller) {
        Map<String, String> path = operation.equals("createMessage")
                ? Map.of("channel_id", Town.text(channel))
                : Map.of("guild_id", Town.text(guild));
        return town.rest(
                Keys.guild(guild), operation, caller, path, "{}", "{\"content\":\"hello\",\"name\":\"other\"}");
    }
}
