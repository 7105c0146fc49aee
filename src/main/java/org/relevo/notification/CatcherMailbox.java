package org.relevo.notification;

/**
 * The mailbox that the embedded default's mail catcher keeps for mail to Relevo itself, read by IMAP on the loopback
 * address.
 *
 * @param smtpPort where the catcher takes mail, on the same host
 * @param address what is sent to it is both shown among the caught mails and read as mail in
 */
public record CatcherMailbox(String host, int port, int smtpPort, String username, String password, String address) {}
