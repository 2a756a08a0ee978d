package io.guildhall.guild.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatNobodySaidIsAsByDefault() {
        JsonNode settings = Town.json(call("getSettings", Map.of(), ""));

        assertThat(settings).hasSize(LegacySetting.values().length);
        assertThat(settings.path("locale").asText()).isEqualTo("en-US");
        assertThat(settings.path("guild_folders").isArray()).isTrue();
        assertThat(settings.path("custom_status").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {253_402_300_800_000L, Long.MAX_VALUE, -1})
    void aStatusThatEndsAtNoTimeThatCanBeWrittenHasNoEnd(long expires) {
        SettingsMessage message = SettingsMessage.EMPTY.with(
                11,
                2,
                Wire.bytes(UnknownFieldSet.newBuilder()
                        .addField(4, Wire.fixed64(expires))
                        .build()
                        .toByteString()));
        assertThat(SettingKind.CUSTOM_STATUS
                        .read(message.field(11, 2).orElseThrow())
                        .path("expires_at")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timezone_offset\":-60,\"theme\":\"light\",\"developer_mode\":true}",
                "{\"status\":\"dnd\",\"custom_status\":{\"text\":\"tea\",\"emoji_id\":\"5\",\"emoji_name\":\"cup\","
                        + "\"expires_at\":\"2026-01-01T00:00:00.000000+00:00\"}}",
                "{\"restricted_guilds\":[\"1\",\"9223372036854775807\"],\"render_embeds\":false,\"afk_timeout\":60}",
                "{\"friend_source_flags\":{\"all\":false,\"mutual_friends\":true,\"mutual_guilds\":false}}",
                "{\"guild_folders\":[{\"guild_ids\":[\"7\",\"8\"],\"id\":-3,\"name\":\"Home\",\"color\":255},"
                        + "{\"guild_ids\":[],\"id\":null,\"name\":null,\"color\":null}]}"
            })
    void whatIsSaidInJsonComesBackAndIsTold(String change) {
        JsonNode changed = Town.json(call("updateSettings", Map.of(), change));

        List<Sent> sent = town.stage().takeSent();
        assertThat(sent)
                .extracting(event -> event.event().getName())
                .containsExactly("USER_SETTINGS_PROTO_UPDATE", "USER_SETTINGS_UPDATE");
        assertThat(Json.parse(sent.getLast().event().getPayload())).isEqualTo(Json.parse(change));
        town.stage().restart();
        JsonNode read = Town.json(call("getSettings", Map.of(), ""));
        assertThat(read).isEqualTo(changed);
        Json.parse(change).properties().forEach(field -> assertThat(read.get(field.getKey()))
                .isEqualTo(field.getValue()));
    }

    @Test
    void theAccountSpeaksTheLanguageThatClientsAreSetTo() {
        JsonNode changed = Town.json(call("updateSettings", Map.of(), "{\"locale\":\"de\"}"));

        assertThat(changed.path("locale").asText()).isEqualTo("de");
        List<Sent> sent = town.stage().takeSent();
        assertThat(sent)
                .extracting(event -> event.event().getName())
                .containsExactly("USER_SETTINGS_PROTO_UPDATE", "USER_SETTINGS_UPDATE", "USER_UPDATE");
        assertThat(Json.parse(sent.getLast().event().getPayload())
                        .path("locale")
                        .asText())
                .isEqualTo("de");
        town.stage().restart();
        assertThat(Town.json(call("getMyUser", Map.of(), "")).path("locale").asText())
                .isEqualTo("de");
    }

    @Test
    void theAccountSpeaksNoLanguageThatThereIsNot() {
        UnknownFieldSet strange = UnknownFieldSet.newBuilder()
                .addField(
                        12,
                        Wire.bytes(UnknownFieldSet.newBuilder()
                                .addField(
                                        1,
                                        Wire.bytes(UnknownFieldSet.newBuilder()
                                                .addField(1, Wire.bytes(ByteString.copyFromUtf8("tlh")))
                                                .build()
                                                .toByteString()))
                                .build()
                                .toByteString()))
                .build();
        proto(1, new SettingsMessage(strange).base64(), "");
        assertThat(Town.json(call("getMyUser", Map.of(), "")).path("locale").asText())
                .isEqualTo("en-US");
    }

    @Test
    void aStatusIsTakenAway() {
        call("updateSettings", Map.of(), "{\"custom_status\":{\"text\":\"tea\"}}");
        JsonNode changed = Town.json(call("updateSettings", Map.of(), "{\"custom_status\":null}"));
        assertThat(changed.path("custom_status").isNull()).isTrue();
    }

    @Test
    void whatDoesNotChangeIsNotTold() {
        call("updateSettings", Map.of(), "{\"theme\":\"light\"}");
        town.stage().takeSent();
        call("updateSettings", Map.of(), "{\"theme\":\"light\"}");
        assertThat(town.stage().takeSent()).isEmpty();
    }

    @Test
    void fieldsOfAMessageReplaceThoseThatAreStoredAndOlderClientsSeeThem() {
        call("updateSettings", Map.of(), "{\"locale\":\"de\",\"theme\":\"light\"}");
        UnknownFieldSet appearance = UnknownFieldSet.newBuilder()
                .addField(
                        13,
                        Wire.bytes(UnknownFieldSet.newBuilder()
                                .addField(2, Wire.varint(1))
                                .addField(99, Wire.varint(7))
                                .build()
                                .toByteString()))
                .build();

        Town.json(proto(1, new SettingsMessage(appearance).base64(), ""));

        JsonNode settings = Town.json(call("getSettings", Map.of(), ""));
        assertThat(settings.path("locale").asText()).isEqualTo("de");
        assertThat(settings.path("theme").asText()).isEqualTo("dark");
        assertThat(settings.path("developer_mode").asBoolean()).isTrue();
        assertThat(stored(1).field(13, 99).map(Wire::number)).contains(7L);
        assertThat(stored(1).dataVersion()).isEqualTo(2);
    }

    @Test
    void aChangeOfAnOlderStateIsNotTaken() {
        String nothing = SettingsMessage.EMPTY.withDataVersion(0).base64();
        proto(2, nothing, "");
        proto(2, nothing, ",\"required_data_version\":1");
        town.stage().takeSent();

        JsonNode answer = Town.json(proto(2, nothing, ",\"required_data_version\":1"));

        assertThat(answer.path("out_of_date").asBoolean()).isTrue();
        assertThat(town.stage().takeSent()).isEmpty();
        assertThat(stored(2).dataVersion()).isEqualTo(2);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String wrong : List.of("%%", "/w==", "CgU=")) {
            assertThat(Town.code(proto(1, wrong, ""))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        }
        assertThat(Town.code(proto(9, "", ""))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(Wire.parse(ByteString.copyFrom(new byte[] {10, 5})).asMap()).isEmpty();
    }

    @Test
    void readyHasBothForms() {
        call("updateSettings", Map.of(), "{\"theme\":\"light\"}");
        JsonNode ready = Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(alice))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build()));
        assertThat(ready.path("user_settings").path("theme").asText()).isEqualTo("light");
        assertThat(ready.path("user_settings_proto").asText())
                .isEqualTo(stored(1).base64());
    }

    @Test
    void recordsNameSettingsInTheOrderOfTheMessage() {
        assertThat(SettingsBody.of(Json.object()).all())
                .extracting(given -> given.field())
                .containsExactly(Arrays.stream(LegacySetting.values())
                        .map(LegacySetting::field)
                        .toArray(String[]::new));
    }

    private Outcome proto(int type, String settings, String more) {
        return call(
                "updateSettingsProto",
                Map.of("type", Integer.toString(type)),
                "{\"settings\":\"" + settings + "\"" + more + "}");
    }

    private SettingsMessage stored(int type) {
        String base64 = Town.json(call("getSettingsProto", Map.of("type", Integer.toString(type)), ""))
                .path("settings")
                .asText();
        return SettingsMessage.of(ByteString.copyFrom(Base64.getDecoder().decode(base64)));
    }

    private Outcome call(String operation, Map<String, String> path, String body) {
        return town.rest(Keys.user(alice), operation, alice, path, "", body);
    }
}
