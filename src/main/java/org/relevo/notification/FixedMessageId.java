package org.relevo.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A message that keeps the id it was given when its outbox row was written, so that a second copy is known as one. */
class FixedMessageId extends MimeMessage {

    private final String messageId;

    FixedMessageId(MimeMessage message, String messageId) throws MessagingException {
        super(message);
        this.messageId = messageId;
        setHeader("Message-ID", messageId);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
