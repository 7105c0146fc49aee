package org.relevo.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a text into characters, also where the mail names no charset, or one that there is not. */
final class MailCharset {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private MailCharset() {}

    static String text(InputStream content, @Nullable String charset, int longest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (content) {
            var buffer = new byte[8192];
            for (var read = content.read(buffer); read >= 0 && bytes.size() < longest; read = content.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // A transfer encoding that breaks off in the middle: what came before it is kept.
            if (bytes.size() == 0) {
                throw e;
            }
        }
        return decode(bytes.toByteArray(), named(charset));
    }

    private static @Nullable Charset named(@Nullable String charset) {
        if (charset == null) {
            return null;
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(charset.strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String decode(byte[] bytes, @Nullable Charset charset) {
        if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, charset);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }
}
