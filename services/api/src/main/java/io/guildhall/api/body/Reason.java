package io.guildhall.api.body;

import io.guildhall.api.route.Percent;
import io.guildhall.model.error.ApiException;

/** The header X-Audit-Log-Reason: percent-encoded, at most 512 characters. */
public final class Reason {
    private static final int MAX_LENGTH = 512;

    private Reason() {}

    /** @return empty when the header is absent */
    public static String decode(String header) {
        if (header == null) {
            return "";
        }
        String reason = Percent.decode(header, false).orElse(header).strip();
        if (reason.codePointCount(0, reason.length()) > MAX_LENGTH) {
            throw ApiException.invalidField(
                    "reason", "BASE_TYPE_MAX_LENGTH", "Must be " + MAX_LENGTH + " or fewer in length.");
        }
        return reason;
    }
}
