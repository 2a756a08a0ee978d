package io.guildhall.guild.automod;

import io.guildhall.model.operation.AuditAction;
import java.util.Arrays;

/** What a rule does. */
enum ActionKind {
    BLOCK_MESSAGE(1, AuditAction.AUTO_MODERATION_BLOCK_MESSAGE),
    ALERT(2, AuditAction.AUTO_MODERATION_FLAG_TO_CHANNEL),
    TIME_OUT(3, AuditAction.AUTO_MODERATION_USER_COMMUNICATION_DISABLED),
    QUARANTINE(4, AuditAction.AUTO_MODERATION_QUARANTINE_USER);

    private final long number;
    private final AuditAction audit;

    ActionKind(long number, AuditAction audit) {
        this.number = number;
        this.audit = audit;
    }

    static ActionKind of(long number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + number));
    }

    long number() {
        return number;
    }

    AuditAction audit() {
        return audit;
    }
}
