package io.guildhall.api.upload;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Looks at the file of a new sticker: a PNG, an APNG, a GIF or a Lottie animation. */
final class StickerFile {
    private static final int MAX_SIDE = 320;
    private static final int MAX_FRAMES = 1000;
    private static final int MAX_SECONDS = 5;

    private StickerFile() {}

    /**
     * What kind of file it is, as an extension: png, apng, gif or json.
     *
     * @throws ApiException when it is none of these, too large, or moves for too long
     */
    static String kind(byte[] bytes) {
        Optional<ImageSize> picture = size(bytes);
        if (picture.isEmpty()) {
            LottieFile.require(bytes);
            return "json";
        }
        if (Math.max(picture.get().width(), picture.get().height()) > MAX_SIDE) {
            throw ApiException.invalidField(
                    "file",
                    "IMAGE_TOO_LARGE",
                    "Stickers cannot be larger than %d pixels in each direction.".formatted(MAX_SIDE));
        }
        return switch (picture.get().type()) {
            case "image/png" -> png(PngChunks.read(bytes).orElseThrow(StickerFile::invalid));
            case "image/gif" -> gif(GifBlocks.read(bytes).orElseThrow(StickerFile::invalid));
            default -> throw invalid();
        };
    }

    private static String png(PngChunks chunks) {
        requireShort(chunks.frames(), chunks.seconds());
        return chunks.animated() ? "apng" : "png";
    }

    private static String gif(GifBlocks blocks) {
        requireShort(blocks.frames(), blocks.hundredths() / 100.0);
        return "gif";
    }

    static void requireShort(double frames, double seconds) {
        if (frames > MAX_FRAMES) {
            throw ApiException.of(ErrorCode.STICKER_FRAME_COUNT_EXCEEDS_MAXIMUM_OF_1000_FRAMES);
        }
        if (seconds > MAX_SECONDS) {
            throw ApiException.of(ErrorCode.STICKER_ANIMATION_DURATION_EXCEEDS_MAXIMUM_OF_5_SECONDS);
        }
    }

    private static Optional<ImageSize> size(byte[] bytes) {
        try {
            return ImageSize.read(new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ApiException invalid() {
        return ApiException.invalidField("file", "IMAGE_INVALID", "Invalid image data.");
    }
}
