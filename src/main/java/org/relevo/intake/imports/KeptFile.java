package org.relevo.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A file that is kept in parts, read part by part so that only one is in memory. */
class KeptFile extends InputStream {

    private final IntFunction<byte @Nullable []> parts;
    private byte[] part = {};
    private int next;
    private int at;

    KeptFile(IntFunction<byte @Nullable []> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == part.length) {
            var following = parts.apply(next);
            if (following == null) {
                return false;
            }
            part = following;
            next++;
            at = 0;
        }
        return true;
    }
}
