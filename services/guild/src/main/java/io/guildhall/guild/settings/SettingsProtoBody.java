package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import java.util.Base64;

/** What a client changes of a message that it keeps: the fields that are given replace those that are stored. */
public record SettingsProtoBody(Given<String> settings, Given<Long> requiredDataVersion) {
    public static SettingsProtoBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SettingsProtoBody(fields.text("settings"), fields.number("required_data_version"));
    }

    /** @throws ApiException when it is no message */
    SettingsMessage message() {
        try {
            byte[] bytes = Base64.getDecoder().decode(settings.required());
            return new SettingsMessage(UnknownFieldSet.parseFrom(ByteString.copyFrom(bytes)));
        } catch (IllegalArgumentException | InvalidProtocolBufferException malformed) {
            throw ApiException.invalidField("settings", "BINARY_TYPE_INVALID", "Not a message in Base64.");
        }
    }
}
