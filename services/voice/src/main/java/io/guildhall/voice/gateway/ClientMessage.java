package io.guildhall.voice.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guildhall.model.payload.WellFormedNodes;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.VoiceOpcode;
import io.netty.buffer.ByteBufUtil;

/**
 * What a client says.
 *
 * @param data the {@code d} field; a missing node when absent
 */
record ClientMessage(VoiceOpcode opcode, JsonNode data) {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader()
            .with(WellFormedNodes.FACTORY);

    static ClientMessage read(String text, int maxPayload) throws Refusal {
        if (text.length() > maxPayload || ByteBufUtil.utf8Bytes(text) > maxPayload) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        JsonNode message = parse(text);
        JsonNode number = message.path("op");
        if (!message.isObject() || !number.isIntegralNumber()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        if (!number.canConvertToInt()) {
            throw new Refusal(CloseCode.UNKNOWN_OPCODE);
        }
        VoiceOpcode opcode =
                VoiceOpcode.find(number.intValue()).orElseThrow(() -> new Refusal(CloseCode.UNKNOWN_OPCODE));
        return new ClientMessage(opcode, message.path("d"));
    }

    private static JsonNode parse(String text) throws Refusal {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
    }
}
