package io.guildhall.gateway.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guildhall.gateway.etf.MalformedTermException;
import io.guildhall.gateway.etf.TermReader;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.gateway.Opcode;
import io.guildhall.model.payload.WellFormedNodes;
import io.netty.buffer.ByteBufUtil;

/**
 * A frame from a client.
 *
 * @param data the {@code d} field; a missing node when absent
 */
record ClientFrame(Opcode opcode, JsonNode data) {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader()
            .with(WellFormedNodes.FACTORY);

    /** Reads a text frame of at most this many bytes. */
    static ClientFrame read(String text, int maxPayload) throws Refusal {
        if (text.length() > maxPayload || ByteBufUtil.utf8Bytes(text) > maxPayload) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return of(parse(text));
    }

    /** Reads a term of Erlang's external format of at most this many bytes. */
    static ClientFrame read(byte[] term, int maxPayload) throws Refusal {
        if (term.length > maxPayload) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        try {
            return of(TermReader.read(term));
        } catch (MalformedTermException malformed) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
    }

    private static ClientFrame of(JsonNode frame) throws Refusal {
        JsonNode number = frame.path("op");
        if (!frame.isObject() || !number.isIntegralNumber()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        if (!number.canConvertToInt()) {
            throw new Refusal(CloseCode.UNKNOWN_OPCODE);
        }
        Opcode opcode = Opcode.find(number.intValue()).orElseThrow(() -> new Refusal(CloseCode.UNKNOWN_OPCODE));
        return new ClientFrame(opcode, frame.path("d"));
    }

    private static JsonNode parse(String text) throws Refusal {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
    }
}
