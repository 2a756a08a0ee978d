package io.guildhall.storage.backup;

/** Why there is no backup, or nothing was restored. The message is a sentence for the operator. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1;

    public BackupException(String sentence) {
        this(sentence, null);
    }

    public BackupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
