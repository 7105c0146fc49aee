package org.relevo.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that keeps what the embedded default must not lose. One Relevo holds it at a time; the operating system
 * gives the lock back when the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(root.resolve("relevo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartupProblem(
                        "The data folder %s is in use by another Relevo. Stop that one, or set RELEVO_DATA_DIR to another folder."
                                .formatted(root));
            }
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new StartupProblem(
                    "The data folder %s cannot be written (%s). Make it writable, or set RELEVO_DATA_DIR to another folder."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A folder or file inside the data folder. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** Writes a file that only the user who runs Relevo may read. */
    public void writeSecret(String name, String content) throws IOException {
        var file = path(name);
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, content);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
