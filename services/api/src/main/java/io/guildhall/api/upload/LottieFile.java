package io.guildhall.api.upload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.io.IOException;

/** Looks at a Lottie animation: JSON that says how shapes move. */
final class LottieFile {
    private static final int MAX_SIDE = 320;
    private static final int MAX_RATE = 60;

    /** Shapes lie in groups in layers, so they are nested deeper than bodies; their size is bounded already. */
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxTokenCount(300_000)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private LottieFile() {}

    /** @throws ApiException when it is no such file, or does not fit a sticker */
    static void require(byte[] bytes) {
        JsonNode animation = read(bytes);
        boolean sound = animation.path("v").isTextual()
                && animation.path("layers").isArray()
                && number(animation, "w") > 0
                && number(animation, "h") > 0
                && number(animation, "op") > number(animation, "ip")
                && LottieScript.isHarmless(animation);
        if (!sound) {
            throw invalid();
        }
        if (Math.max(number(animation, "w"), number(animation, "h")) > MAX_SIDE) {
            throw ApiException.of(ErrorCode.LOTTIE_ANIMATION_MAXIMUM_DIMENSIONS_EXCEEDED);
        }
        double rate = number(animation, "fr");
        if (!(rate >= 1)) {
            throw ApiException.of(ErrorCode.STICKER_FRAMERATE_IS_TOO_SMALL_OR_TOO_LARGE);
        }
        if (rate > MAX_RATE) {
            throw ApiException.of(ErrorCode.STICKER_MAXIMUM_FRAMERATE_EXCEEDED);
        }
        double frames = number(animation, "op") - number(animation, "ip");
        StickerFile.requireShort(frames, frames / rate);
        for (JsonNode asset : animation.path("assets")) {
            // A picture has an address, or holds itself as one; a composition has layers.
            if (asset.has("p")) {
                throw ApiException.of(ErrorCode.UPLOADED_LOTTIES_CANNOT_CONTAIN_RASTERIZED_IMAGES);
            }
        }
    }

    private static double number(JsonNode animation, String field) {
        JsonNode value = animation.path(field);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    private static JsonNode read(byte[] bytes) {
        try {
            JsonNode animation = READER.readTree(bytes);
            return animation == null ? READER.missingNode() : animation;
        } catch (IOException malformed) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.of(ErrorCode.INVALID_JSON_FOR_UPLOADED_LOTTIE_FILE);
    }
}
