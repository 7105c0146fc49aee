package org.relevo.intake.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.mail.MailInSettings.Protocol;

/** Hands out the mails of a mailbox one by one, the oldest first, and lets go of those that were handled. */
class Mailbox {

    static final int AT_ONCE = 200;

    private final MailboxAccount account;
    private final long largest;

    Mailbox(MailboxAccount account, long largest) {
        this.account = account;
        this.largest = largest;
    }

    String name() {
        return account.name();
    }

    /**
     * Reads what is there, up to {@value #AT_ONCE} mails.
     *
     * @param handled answers whether a mail is done with; one that is not is handed out again next time
     * @return whether there may be more
     */
    boolean read(Predicate<RawMail> handled) throws MessagingException {
        var session = Session.getInstance(account.properties());
        try (var store = session.getStore(account.provider())) {
            store.connect(account.host(), account.port(), account.username(), account.password());
            var folder = store.getFolder(account.protocol() == Protocol.POP3 ? "INBOX" : account.folder());
            folder.open(Folder.READ_WRITE);
            var done = false;
            try {
                var more = read(folder, handledFolder(store), handled);
                done = true;
                return more;
            } finally {
                close(folder, done);
            }
        }
    }

    /** What went wrong before tells more than what then goes wrong while closing. */
    private static void close(Folder folder, boolean tell) throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(true);
            }
        } catch (MessagingException e) {
            if (tell) {
                throw e;
            }
        }
    }

    private boolean read(Folder folder, @Nullable Folder handledFolder, Predicate<RawMail> handled)
            throws MessagingException {
        var count = folder.getMessageCount();
        if (count == 0) {
            return false;
        }
        var messages = folder.getMessages(1, Math.min(count, AT_ONCE));
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        MessagingException unreadable = null;
        for (var message : messages) {
            try {
                if (!message.isSet(Flags.Flag.DELETED) && handled.test(raw((MimeMessage) message))) {
                    letGo(message, folder, handledFolder);
                }
            } catch (MessageRemovedException e) {
                // somebody else has taken it out of the mailbox
            } catch (FolderClosedException | StoreClosedException e) {
                throw e;
            } catch (MessagingException | IOException e) {
                unreadable = new MessagingException("A mail cannot be fetched: " + e.getMessage(), e);
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return count > messages.length;
    }

    private @Nullable Folder handledFolder(Store store) throws MessagingException {
        if (account.protocol() == Protocol.POP3 || account.handledFolder().isBlank()) {
            return null;
        }
        var folder = store.getFolder(account.handledFolder());
        if (folder.exists() || created(folder)) {
            return folder;
        }
        var inside = store.getFolder("INBOX").getFolder(account.handledFolder());
        if (inside.exists() || created(inside)) {
            return inside;
        }
        throw new MessagingException("The folder \"%s\" cannot be created. Create it, or set %s to nothing."
                .formatted(account.handledFolder(), "RELEVO_MAIL_IN_HANDLED_FOLDER"));
    }

    /** Some servers have folders inside the inbox only, and say so by an error. */
    private static boolean created(Folder folder) {
        try {
            return folder.create(Folder.HOLDS_MESSAGES);
        } catch (MessagingException e) {
            return false;
        }
    }

    private static void letGo(Message message, Folder folder, @Nullable Folder handledFolder)
            throws MessagingException {
        if (handledFolder != null) {
            folder.copyMessages(new Message[] {message}, handledFolder);
        }
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private RawMail raw(MimeMessage message) throws MessagingException, IOException {
        var size = message.getSize();
        if (size <= largest) {
            var bytes = new BoundedBytes(largest);
            message.writeTo(bytes);
            if (!bytes.full) {
                return new RawMail(bytes.toByteArray(), bytes.size(), false);
            }
            size = Math.max(size, bytes.size());
        }
        var header = String.join("\r\n", Collections.list(message.getAllHeaderLines())) + "\r\n\r\n";
        return new RawMail(header.getBytes(StandardCharsets.ISO_8859_1), size, true);
    }

    /** Takes no more than it may, because a server's word for a mail's size is only its word. */
    private static class BoundedBytes extends ByteArrayOutputStream {

        private final long most;
        private boolean full;

        BoundedBytes(long most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) {
            full = full || (long) size() + len > most;
            if (!full) {
                super.write(b, off, len);
            }
        }
    }
}
