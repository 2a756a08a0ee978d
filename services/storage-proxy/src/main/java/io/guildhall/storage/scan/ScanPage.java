package io.guildhall.storage.scan;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a range.
 *
 * @param next where the next page begins; empty after the last one. Valid for the same table and range, also after a restart
 */
public record ScanPage(List<ScannedRow> rows, Optional<ByteString> next) {
    public ScanPage {
        rows = List.copyOf(rows);
    }
}
