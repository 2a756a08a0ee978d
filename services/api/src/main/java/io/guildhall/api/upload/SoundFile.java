package io.guildhall.api.upload;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.util.OptionalDouble;

/** Looks at the file of a new sound: an MP3, or an Ogg of Vorbis or Opus, of 5.2 seconds at most. */
final class SoundFile {
    private static final double MOST_SECONDS = 5.2;

    private SoundFile() {}

    /** @throws ApiException 50123 for another kind of file, 50192 when nobody can say how long it is, 50124 when it is too long */
    static void require(byte[] bytes) {
        OptionalDouble seconds;
        if (OggPages.begins(bytes)) {
            seconds = OggPages.seconds(bytes);
        } else if (Mp3Frames.begins(bytes)) {
            seconds = Mp3Frames.seconds(bytes);
        } else {
            throw ApiException.of(ErrorCode.PROVIDED_FILE_TYPE_IS_INVALID);
        }
        if (seconds.isEmpty() || seconds.getAsDouble() <= 0) {
            throw ApiException.of(ErrorCode.PROVIDED_FILE_DOES_NOT_HAVE_A_VALID_DURATION);
        }
        if (seconds.getAsDouble() > MOST_SECONDS) {
            throw ApiException.of(ErrorCode.PROVIDED_FILE_DURATION_EXCEEDS_MAXIMUM_LENGTH);
        }
    }
}
