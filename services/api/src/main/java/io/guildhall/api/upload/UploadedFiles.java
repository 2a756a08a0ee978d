package io.guildhall.api.upload;

import io.guildhall.model.rpc.StoredFile;
import java.util.List;

/** Files of one request, and under which keys they are stored, in the same order. */
public record UploadedFiles(List<StoredFile> files, List<String> keys) {}
