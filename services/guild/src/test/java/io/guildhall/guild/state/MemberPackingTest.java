package io.guildhall.guild.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberPackingTest {
    private static final long GUILD = 1_234_567_890_123_456_789L;
    private static final long USER = 1_200_000_000_000_000_001L;
    private static final User PROFILE = new User(
            Long.toString(USER),
            "somebody",
            "0123456789abcdef0123456789abcdef",
            "0",
            64,
            64,
            null,
            null,
            null,
            null,
            "Some Body");

    @Test
    void anOrdinaryMemberTakesSomeFiftyBytes() {
        GuildMember member = GuildMember.joined(
                GUILD, PROFILE, USER, List.of(GUILD + 1_000_000_000_000L, GUILD + 2), 1_700_000_000_000L);
        assertThat(member.packed().length).isLessThan(80);
    }

    @Test
    void aProfileThatSaysMoreThanThisVersionKnowsIsKeptWhole() {
        String profile = Json.write(PROFILE).replace("{\"id\"", "{\"pronouns\":\"they\",\"id\"");
        RowView row = Rows.with(
                GuildMember.joined(GUILD, PROFILE, USER, List.of(), 1_700_000_000_000L)
                        .row(),
                Members.PROFILE,
                ByteString.copyFromUtf8(profile));
        GuildMember read =
                MemberTable.empty(GUILD).with(GuildMember.of(row)).find(USER).orElseThrow();
        assertThat(read.row()).isEqualTo(row);
        assertThat(read.user().username()).isEqualTo("somebody");
        assertThat(read.joinedAt()).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void aRowWithoutProfileIsKeptAsItIs() {
        RowView row = Rows.with(Rows.create(Members.TABLE, GUILD, 1L, USER), Members.JOINED_AT, 1_700_000_000_000L);
        GuildMember read =
                MemberTable.empty(GUILD).with(GuildMember.of(row)).find(USER).orElseThrow();
        assertThat(read.row()).isEqualTo(row);
        assertThat(read.roles()).isEmpty();
    }
}
