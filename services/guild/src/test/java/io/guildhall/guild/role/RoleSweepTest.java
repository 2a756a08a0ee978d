package io.guildhall.guild.role;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Roles;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guild that was loaded between the pieces of what follows from a role that is gone. */
class RoleSweepTest {
    private final TestGuild guild = new TestGuild();
    private final long role = guild.role("Gone", Permission.VIEW_CHANNEL.mask(), 2);
    private final long channel = guild.channel("room");

    @BeforeEach
    void dies() {
        overwrite(role, "1024");
        guild.storage().write(List.of(Write.delete(Roles.TABLE, guild.id(), role)));
        guild.reload();
        guild.takeEvents();
    }

    @Test
    void nobodyIsShownWhatAnOverwriteSaidForIt() {
        assertThat(guild.state().channel(channel).overwriteList()).isEmpty();
        assertThat(guild.run(Calls.of("getChannel", OWNER).path("channel_id", channel))
                        .get("permission_overwrites"))
                .isEmpty();
    }

    @Test
    void theNextOwnerCleansTheRowAndTellsThoseWhoSawTheChannelByIt() {
        sweep();
        assertThat(storedOverwrites()).isEmpty();
        List<Event> told = guild.takeEvents();
        assertThat(told).extracting(Event::getName).containsExactly("CHANNEL_UPDATE");
        assertThat(told.getFirst().getFormer().getRoles(0).getId()).isEqualTo(role);
        assertThat(told.getFirst().getFormer().getChannels(0).getOverwrites(0).getId())
                .isEqualTo(role);

        sweep();
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void whatIsSaidForOthersMeanwhileLosesNothingOfIt() {
        overwrite(guild.id(), "2048");
        assertThat(guild.state().channel(channel).overwriteList())
                .extracting(PermissionOverwrite::id)
                .containsExactly(Long.toString(guild.id()));
        assertThat(storedOverwrites())
                .extracting(PermissionOverwrite::id)
                .containsExactly(Long.toString(guild.id()), Long.toString(role));
        guild.takeEvents();

        sweep();
        assertThat(storedOverwrites()).extracting(PermissionOverwrite::id).containsExactly(Long.toString(guild.id()));
        assertThat(guild.takeNames()).containsExactly("CHANNEL_UPDATE");
    }

    private void sweep() {
        String body = "{\"after\":\"0\",\"roles\":[{\"id\":\"%d\",\"permissions\":\"1024\"}]}".formatted(role);
        guild.run(Command.newBuilder()
                .setInternal(Internal.newBuilder().setStep("sweepRoles").setBody(Json.bytes(Json.parse(body)))));
    }

    private void overwrite(long target, String allow) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", target)
                .body("{\"type\":0,\"allow\":\"%s\"}".formatted(allow)));
    }

    private List<PermissionOverwrite> storedOverwrites() {
        return Json.readList(
                guild.storage()
                        .row(Channels.TABLE, guild.id(), channel)
                        .orElseThrow()
                        .get(Channels.OVERWRITES, ByteString.EMPTY),
                PermissionOverwrite.class);
    }
}
