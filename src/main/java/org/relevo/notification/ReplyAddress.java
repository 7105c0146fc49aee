package org.relevo.notification;

import java.util.Optional;

/** Where answers to our mails are read. */
public interface ReplyAddress {

    /** Empty where no mailbox is read. */
    Optional<String> address();
}
