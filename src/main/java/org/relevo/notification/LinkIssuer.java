package org.relevo.notification;

/** Makes the address that a mail's button leads to, at the moment the mail is sent. */
public interface LinkIssuer {

    /** A fresh address for this recipient of this escalation; only its hash is kept. */
    String acknowledgeAddress(long escalation, String username);
}
