package io.guildhall.identity.factor;

import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.SecondFactors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Second factors of accounts: codes of an app, keys of devices, and backup codes beside either. A code is taken once. How often somebody may try is the caller's matter.
 * Everything here blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class SecondFactorRecords {
    private static final String NONE = "";
    /** Eighty bits: what apps and other services take at the least. */
    private static final int FEWEST_BYTES = 10;

    private final StorageAccess storage;
    private final PasskeyRecords passkeys;
    private final FactorKey key;
    private final Clock clock;
    private final BackupCodes codes = new BackupCodes();

    @Inject
    public SecondFactorRecords(StorageAccess storage, PasskeyRecords passkeys, TokenConfig config, Clock clock) {
        this.storage = storage;
        this.passkeys = passkeys;
        this.key = new FactorKey(config.secret());
        this.clock = clock;
    }

    /** Whether the account asks for more than its password. */
    public boolean asked(long userId) {
        return codesAsked(userId) || !passkeys.of(userId).isEmpty();
    }

    /** Whether the account takes codes of an app. */
    public boolean codesAsked(long userId) {
        return on(userId).isPresent();
    }

    /**
     * Backup codes for an account that is to ask for keys of devices.
     *
     * @return none when it has some already
     */
    public List<String> beginBackup(long userId) {
        Optional<RowView> before = row(userId);
        String codesBefore =
                before.map(row -> row.get(SecondFactors.CODES, NONE)).orElse(NONE);
        if (!codesBefore.isEmpty()) {
            return List.of();
        }
        List<String> fresh = codes.renew();
        Write write = Write.to(SecondFactors.TABLE, userId).set(SecondFactors.CODES, hashes(userId, fresh));
        boolean done = before.isPresent()
                ? change(write.ifCell(
                        SecondFactors.CODES,
                        before.get().find(SecondFactors.CODES).orElse(null)))
                : change(write.set(SecondFactors.SECRET, NONE)
                        .set(SecondFactors.LAST_STEP, 0L)
                        .ifAbsent());
        if (!done) {
            throw ApiException.unavailable();
        }
        return fresh;
    }

    /**
     * Has the account ask for codes from now on.
     *
     * @param secret in Base32, as the person's app has it
     * @param code that the app shows: proves that it has the secret
     * @return backup codes, which nobody is ever shown again
     * @throws ApiException 50035 when the secret is short, the code another, or the account asks for codes already
     */
    public List<String> begin(long userId, String secret, String code) {
        byte[] bytes = Base32.decode(secret)
                .filter(decoded -> decoded.length >= FEWEST_BYTES)
                .orElseThrow(() -> ApiException.invalidField("secret", "INVALID_SECRET", "Invalid two-factor secret."));
        OptionalLong step = new Totp(bytes).stepOf(plain(code), clock.millis(), -1);
        Optional<RowView> before = row(userId);
        if (before.filter(SecondFactorRecords::isOn).isPresent()) {
            throw ApiException.invalidField(
                    "code", "ALREADY_ENROLLED", "This account is already enrolled in two-factor authentication.");
        }
        if (step.isEmpty()) {
            throw wrong();
        }
        List<String> fresh = codes.renew();
        Write write = Write.to(SecondFactors.TABLE, userId)
                .set(SecondFactors.SECRET, key.seal(userId, bytes))
                .set(SecondFactors.LAST_STEP, step.getAsLong())
                .set(SecondFactors.CODES, hashes(userId, fresh));
        if (!change(before.isPresent() ? write.ifCell(SecondFactors.SECRET, NONE) : write.ifAbsent())) {
            throw ApiException.unavailable();
        }
        return fresh;
    }

    /**
     * Takes a code of the app, or a backup code.
     *
     * @throws ApiException 50035 when it is none of this moment, was taken before, or the account asks for none
     */
    public void take(long userId, String code) {
        String plain = plain(code);
        boolean taken = plain.length() == Totp.DIGITS
                ? on(userId).filter(row -> takeStep(userId, row, plain)).isPresent()
                : asked(userId)
                        && row(userId)
                                .filter(row -> takeBackup(userId, row, key.hash(userId, plain)))
                                .isPresent();
        if (!taken) {
            throw wrong();
        }
    }

    /** Other backup codes; those of before are no good any more. */
    public List<String> renewCodes(long userId) {
        RowView row = row(userId).filter(there -> asked(userId)).orElseThrow(SecondFactorRecords::wrong);
        List<String> fresh = codes.renew();
        if (!change(Write.to(SecondFactors.TABLE, userId)
                .set(SecondFactors.CODES, hashes(userId, fresh))
                .ifCell(SecondFactors.CODES, row.get(SecondFactors.CODES)))) {
            throw ApiException.unavailable();
        }
        return fresh;
    }

    /** The account takes no codes of an app any more; without keys of devices it asks for its password alone. */
    public void end(long userId) {
        on(userId).ifPresent(row -> {
            Write write = Write.to(SecondFactors.TABLE, userId).set(SecondFactors.SECRET, NONE);
            boolean backup = !passkeys.of(userId).isEmpty();
            change((backup ? write : write.set(SecondFactors.CODES, NONE))
                    .ifCell(SecondFactors.SECRET, row.get(SecondFactors.SECRET)));
        });
    }

    /** The account takes no backup codes any more, if it asks for nothing that they stand in for. */
    public void endBackup(long userId) {
        if (!asked(userId)) {
            row(userId)
                    .flatMap(row -> row.find(SecondFactors.CODES))
                    .ifPresent(before -> change(Write.to(SecondFactors.TABLE, userId)
                            .set(SecondFactors.CODES, NONE)
                            .ifCell(SecondFactors.CODES, before)));
        }
    }

    /** The account asks for its password alone again, whatever it asked for. */
    public void endAll(long userId) {
        passkeys.removeAll(userId);
        end(userId);
        endBackup(userId);
    }

    private boolean takeStep(long userId, RowView row, String code) {
        Long last = row.get(SecondFactors.LAST_STEP);
        OptionalLong step = key.open(userId, row.get(SecondFactors.SECRET))
                .map(secret -> new Totp(secret).stepOf(code, clock.millis(), last))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && change(Write.to(SecondFactors.TABLE, userId)
                        .set(SecondFactors.LAST_STEP, step.getAsLong())
                        .ifCell(SecondFactors.LAST_STEP, last));
    }

    private boolean takeBackup(long userId, RowView row, String hash) {
        String before = row.get(SecondFactors.CODES, NONE);
        List<String> left = Arrays.stream(before.split(" "))
                .filter(known -> !known.equals(hash))
                .toList();
        return left.size() < before.split(" ").length
                && change(Write.to(SecondFactors.TABLE, userId)
                        .set(SecondFactors.CODES, String.join(" ", left))
                        .ifCell(SecondFactors.CODES, before));
    }

    private String hashes(long userId, List<String> fresh) {
        return fresh.stream().map(code -> key.hash(userId, code)).collect(Collectors.joining(" "));
    }

    private boolean change(Write write) {
        return await(storage.writeIfAbsent(write.build()));
    }

    private Optional<RowView> on(long userId) {
        return row(userId).filter(SecondFactorRecords::isOn);
    }

    private static boolean isOn(RowView row) {
        return !row.get(SecondFactors.SECRET, NONE).isEmpty();
    }

    private Optional<RowView> row(long userId) {
        return await(storage.row(Read.row(SecondFactors.TABLE, userId)));
    }

    /** As people type it: with or without what groups it. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static ApiException wrong() {
        return ApiException.invalidField("code", "INVALID_CODE", "Invalid two-factor code.");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
