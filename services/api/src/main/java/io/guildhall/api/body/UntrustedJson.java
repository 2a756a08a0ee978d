package io.guildhall.api.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.UnsafeByteOperations;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.JsonBuffers;
import io.guildhall.model.payload.WellFormedNodes;
import java.io.IOException;

/**
 * JSON that somebody sent. Depth and number of values are bounded while it is read, so that no tree is ever built that costs
 * many times its bytes; nothing may follow the value. It is UTF-8, as JSON between systems has to be.
 */
public final class UntrustedJson {
    /** Deeper than any body of the API: components of components, options of options. */
    static final int MAX_DEPTH = 48;

    /** Names, values, and the beginnings and ends of objects and lists. A hundred commands with all their options have 40,000. */
    static final int MAX_TOKENS = 150_000;

    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonBuffers.POOL)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader()
            .with(WellFormedNodes.FACTORY);

    private UntrustedJson() {}

    /**
     * Reads one value. No bytes at all count as an empty object.
     *
     * @throws ApiException 50109 for what is no JSON or has something behind it, 40005 for too many or too deep values
     */
    public static JsonNode read(byte[] json) {
        if (!isUtf8(json)) {
            throw ApiException.of(ErrorCode.REQUEST_BODY_CONTAINS_INVALID_JSON);
        }
        try {
            JsonNode parsed = READER.readTree(json);
            return parsed == null || parsed.isMissingNode() ? Json.object() : parsed;
        } catch (StreamConstraintsException tooMuch) {
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        } catch (JsonProcessingException | NumberFormatException malformed) {
            // A number with an exponent that is none is not among what Jackson calls malformed.
            throw ApiException.of(ErrorCode.REQUEST_BODY_CONTAINS_INVALID_JSON);
        } catch (IOException malformed) {
            throw ApiException.of(ErrorCode.REQUEST_BODY_CONTAINS_INVALID_JSON);
        }
    }

    /**
     * By the letter: a character has one form, so that nobody reads another text here than elsewhere. Jackson takes longer forms too, and UTF-16 and
     * UTF-32, which it tells by the zero beside the first character.
     */
    private static boolean isUtf8(byte[] json) {
        boolean wide = json.length > 1 && (json[0] == 0 || json[1] == 0);
        return !wide && UnsafeByteOperations.unsafeWrap(json).isValidUtf8();
    }
}
