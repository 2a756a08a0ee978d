package io.guildhall.api.upload;

import io.guildhall.model.error.ApiException;
import java.util.Optional;

/** Says which channel the files of a form are for, once it is sure that they may come. */
@FunctionalInterface
public interface FilePlace {
    /**
     * @param json the field payload_json, if it has come before the first file
     * @throws ApiException when no file may come
     */
    String channel(Optional<byte[]> json);
}
