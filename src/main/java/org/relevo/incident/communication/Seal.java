package org.relevo.incident.communication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that must be used again unreadable in the database and its back-ups: AES-GCM by the key in {@code
 * relevo.secret-key}, or else by one in the data folder. Where there is neither, they are kept as they are.
 */
@Component
class Seal {

    private static final String FILE = "secret.key";
    private static final String SEALED = "sealed:";
    private static final int IV = 12;
    private static final int SHORTEST = 16;

    private final @Nullable SecretKeySpec key;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Seal(@Value("${relevo.secret-key:}") String given, ObjectProvider<DataFolder> folder) {
        this(given.isEmpty() ? kept(folder.getIfAvailable()) : given);
    }

    Seal(@Nullable String words) {
        if (words == null) {
            key = null;
            id = "";
            return;
        }
        if (words.length() < SHORTEST) {
            throw new IllegalStateException(
                    "relevo.secret-key has %d characters. Give it at least %d random ones, the same on every node."
                            .formatted(words.length(), SHORTEST));
        }
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            key = new SecretKeySpec(bytes, "AES");
            id = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String kept(@Nullable DataFolder folder) {
        if (folder == null) {
            return null;
        }
        try {
            if (!Files.exists(folder.path(FILE))) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                folder.writeSecret(FILE, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(folder.path(FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key in the data folder can neither be read nor written", e);
        }
    }

    /**
     * Seals a secret.
     *
     * @param of what it belongs to; it opens for that alone
     */
    String close(String secret, String of) {
        if (key == null) {
            return secret;
        }
        var iv = new byte[IV];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, of).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var whole =
                    ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array();
            return "%s%s:%s".formatted(SEALED, id, Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret; empty where another key sealed it, or it was sealed for something else. */
    Optional<String> open(String kept, String of) {
        if (!kept.startsWith(SEALED)) {
            return Optional.of(kept);
        }
        var parts = kept.split(":", 3);
        if (key == null || parts.length < 3 || !parts[1].equals(id)) {
            return Optional.empty();
        }
        try {
            var whole = Base64.getDecoder().decode(parts[2]);
            var iv = java.util.Arrays.copyOf(whole, IV);
            var secret = cipher(Cipher.DECRYPT_MODE, key, iv, of).doFinal(whole, IV, whole.length - IV);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] iv, String of) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, iv));
        cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
