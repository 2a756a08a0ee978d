package io.guildhall.model.table.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Pictures elsewhere that messages of webhooks were sent with, by the hashes that stand in the messages. */
public final class WebhookAvatars {
    private static final int HASH_BYTES = 16;

    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<String> HASH = Column.ofText("hash");
    public static final Column<String> URL = Column.ofText("url");

    public static final Table TABLE = Table.named("webhook_avatars")
            .partition(WEBHOOK_ID)
            .ascending(HASH)
            .columns(URL)
            .build();

    private WebhookAvatars() {}

    /** What stands for an address where the hash of an avatar does. */
    public static String hash(String url) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
