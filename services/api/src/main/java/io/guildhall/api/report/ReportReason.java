package io.guildhall.api.report;

import java.util.Arrays;
import java.util.Optional;

/** What people report something for. The numbers are those of the menu's nodes, which clients send back. */
enum ReportReason {
    SPAM(10, "Spam or scams"),
    HARASSMENT(11, "Harassment or bullying"),
    HATE(12, "Hate"),
    VIOLENCE(13, "Threats or glorified violence"),
    SEXUAL(14, "Sexual content where it does not belong"),
    SELF_HARM(15, "Self-harm or suicide"),
    PRIVATE_DATA(16, "Private data of somebody"),
    IMPERSONATION(17, "Somebody pretends to be somebody else"),
    ILLEGAL(18, "Something else that is against the law"),
    OTHER(19, "Something else");

    private final int node;
    private final String label;

    ReportReason(int node, String label) {
        this.node = node;
        this.label = label;
    }

    static Optional<ReportReason> of(long node) {
        return Arrays.stream(values()).filter(reason -> reason.node == node).findFirst();
    }

    int node() {
        return node;
    }

    String label() {
        return label;
    }
}
